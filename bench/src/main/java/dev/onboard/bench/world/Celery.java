package dev.onboard.bench.world;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

import dev.onboard.bench.measure.ProcessTimes;
import org.awaitility.Awaitility;

/**
 * The workers of a Celery chain, those of Debian's package python3-celery, and who starts
 * chains. Celery 5.2 knows classic queues only.
 */
public final class Celery implements AutoCloseable {

	/** Their queues, too. */
	private static final List<String> STEPS = List.of("onboarding-mail", "onboarding-slack");

	/** Another Python may be earlier on the path, without the package. */
	private static final String PYTHON = "/usr/bin/python3";

	private final Queues queues;

	private final Map<String, Program> workers = new LinkedHashMap<>();

	private final Program starter;

	Celery(Queues queues, Map<String, String> environment) {
		this.queues = queues;
		STEPS
			.forEach((step) -> this.workers.put(step,
					new Program(step, List.of(PYTHON, "-m", "celery", "-A", "onboarding", "worker", "-Q", step, "-n",
							step + "@bench", "--pool", "prefork", "--concurrency", "16", "--loglevel", "WARNING"),
							environment)));
		this.starter = new Program("chain", List.of(PYTHON, "-m", "onboarding"), environment);
	}

	/** Returns when all listen. */
	public void start() throws IOException {
		for (Map.Entry<String, Program> worker : this.workers.entrySet()) {
			this.queues.declareClassic(worker.getKey());
			Program program = worker.getValue();
			program.start();
			Awaitility.await(program.toString())
				.atMost(Duration.ofMinutes(2))
				.failFast(program + " has ended", () -> !program.isRunning())
				.until(() -> this.queues.consumers(worker.getKey()) > 0);
		}
		this.starter.start();
	}

	/** Starts the chain of a person; returns at once. */
	public void add(String json) throws IOException {
		this.starter.say(json);
	}

	/** CPU-seconds of the workers, each with its children. */
	public Map<String, DoubleSupplier> cpu() {
		Map<String, DoubleSupplier> cpu = new LinkedHashMap<>();
		this.workers.forEach((step, worker) -> cpu.put(step, () -> ProcessTimes.ofFamily(worker.pid())));
		return cpu;
	}

	/** How many messages wait. */
	public int waiting() throws IOException {
		int waiting = 0;
		for (String step : STEPS) {
			waiting += this.queues.waiting(step);
		}
		return waiting;
	}

	@Override
	public void close() {
		this.starter.stop();
		this.workers.values().forEach(Program::stop);
	}

}
