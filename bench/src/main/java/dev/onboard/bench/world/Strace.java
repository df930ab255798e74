package dev.onboard.bench.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;

/**
 * Counts how often all threads of a process make their disk durable, by fdatasync or by
 * fsync. It slows the process down: what is measured meanwhile is no rate.
 */
public final class Strace {

	private static final List<String> CALLS = List.of("fdatasync", "fsync");

	private static final Path TABLE = Path.of("target", "logs", "strace.txt");

	private final Program strace;

	private Strace(Program strace) {
		this.strace = strace;
	}

	/** Returns when it counts. */
	static Strace attach(long pid) {
		Program strace = new Program("strace", List.of("strace", "-f", "-c", "-e", "trace=" + String.join(",", CALLS),
				"-o", TABLE.toString(), "-p", Long.toString(pid)), Map.of());
		try {
			Files.deleteIfExists(TABLE);
			strace.start();
			Awaitility.await(strace.toString())
				.atMost(Duration.ofSeconds(30))
				.pollInterval(Duration.ofMillis(10))
				.failFast(strace + " has ended", () -> !strace.isRunning())
				.until(() -> Files.readString(strace.log()).contains(" attached"));
			return new Strace(strace);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** How many calls there were. The process runs on as before. */
	public long end() {
		this.strace.stop();
		try {
			return calls(Files.readAllLines(TABLE));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The sum of all rows.
	 * @throws IllegalStateException if there is no row: then nothing was watched that
	 * keeps messages
	 */
	static long calls(List<String> table) {
		List<String[]> rows = table.stream()
			.map((line) -> line.strip().split(" +"))
			.filter((row) -> CALLS.contains(row[row.length - 1]))
			.toList();
		if (rows.isEmpty()) {
			throw new IllegalStateException("strace has seen no call of " + String.join(" or ", CALLS));
		}
		// After the share, the seconds, and the microseconds of a call.
		return rows.stream().mapToLong((row) -> Long.parseLong(row[3])).sum();
	}

}
