package dev.onboard.bench.world;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.onboard.testing.Project;

/**
 * {@code com.rabbitmq.perf.PerfTest}: producers of persistent, mandatory messages, each
 * of whom waits for the confirm of a message before the next.
 */
public final class PerfTest {

	private static final String QUEUE = "perf-test";

	/** Once a second. */
	private static final Pattern CONFIRMED = Pattern.compile("time ([0-9.]+) ?s, .*?confirmed: ([0-9]+) msg/s");

	private final int brokerPort;

	private final Queues queues;

	PerfTest(int brokerPort, Queues queues) {
		this.brokerPort = brokerPort;
		this.queues = queues;
	}

	/** A run that is under way. */
	public Program launch(int producers, int seconds, int bytes) {
		String uri = "amqp://%s:%s@127.0.0.1:%d/%s".formatted(Queues.USER, Project.PASSWORD, this.brokerPort,
				OtherHost.NAME);
		Program perfTest = Java.program("perf-test-" + producers,
				List.of("-cp", System.getProperty("java.class.path"), "com.rabbitmq.perf.PerfTest", "--uri", uri, "-x",
						Integer.toString(producers), "-y", "0", "-c", "1", "-s", Integer.toString(bytes), "-z",
						Integer.toString(seconds), "-f", "persistent", "-f", "mandatory", "--quorum-queue", "-u",
						QUEUE),
				Map.of());
		perfTest.start();
		return perfTest;
	}

	/**
	 * Confirms per second of a run that has ended, without its first seconds. A line is
	 * about the second before, and a little late.
	 * @throws IllegalStateException if it does not tell
	 */
	public static double confirms(List<String> output, long from) {
		return output.stream()
			.map(CONFIRMED::matcher)
			.filter(Matcher::find)
			.filter((line) -> Double.parseDouble(line.group(1)) > from + 0.5)
			.mapToInt((line) -> Integer.parseInt(line.group(2)))
			.average()
			.orElseThrow(() -> new IllegalStateException("PerfTest does not tell how many messages were confirmed"));
	}

	public double confirms(Program ended, long from) throws IOException {
		return confirms(Files.readAllLines(ended.log()), from);
	}

	/** How many messages there are, which are deleted. */
	public int purge() throws IOException {
		return this.queues.purge(QUEUE);
	}

}
