package dev.onboard.bench.world;

import java.io.IOException;
import java.time.Duration;

import dev.onboard.bench.wire.HttpLine;
import org.awaitility.Awaitility;

/** A process of one of the services, which tells whether it is ready. */
record Service(Program program, int managementPort) {

	static final Duration LONGEST_START = Duration.ofMinutes(3);

	private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(50);

	/** Returns when it is ready; harmless while it runs. */
	void start() {
		this.program.start();
		Awaitility.await(this.program.toString())
			.atMost(LONGEST_START)
			.pollInterval(BETWEEN_QUESTIONS)
			.failFast(this.program + " has ended", () -> !this.program.isRunning())
			.until(this::isUp);
	}

	/** Whether it serves and listens. */
	private boolean isUp() {
		try (HttpLine line = new HttpLine(this.managementPort, "")) {
			return line.send("GET", "/actuator/health", null) == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
