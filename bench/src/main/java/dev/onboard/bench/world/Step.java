package dev.onboard.bench.world;

import java.util.List;
import java.util.Map;

/** Programs that do one thing and end. */
final class Step {

	private static final int LONGEST_SECONDS = 180;

	private Step() {
	}

	/**
	 * Returns when it has ended.
	 * @throws IllegalStateException if it fails, or does not end in time
	 */
	static void run(String name, List<String> command, Map<String, String> environment) {
		Program step = new Program(name, command, environment);
		step.start();
		int status = step.awaitEnd(LONGEST_SECONDS);
		if (status != 0) {
			throw new IllegalStateException(step + " has ended with " + status);
		}
	}

}
