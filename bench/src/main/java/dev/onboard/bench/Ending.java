package dev.onboard.bench;

/**
 * The end of a run from outside, by a signal, which is said, but no failure that follows
 * from it.
 */
final class Ending {

	private static final Thread TELLS = new Thread(
			() -> System.err.println("Ended from outside: nothing counts that is not printed above."), "ending");

	private Ending() {
	}

	/** Says it, unless the run is over before. */
	static void watch() {
		Runtime.getRuntime().addShutdownHook(TELLS);
	}

	/** The run is over: what ends the process now is no news. */
	static void unwatch() {
		if (!hasBegun()) {
			Runtime.getRuntime().removeShutdownHook(TELLS);
		}
	}

	/** Whether the process is about to end. */
	static boolean hasBegun() {
		try {
			Thread probe = new Thread();
			Runtime.getRuntime().addShutdownHook(probe);
			return !Runtime.getRuntime().removeShutdownHook(probe);
		}
		catch (IllegalStateException ex) {
			return true;
		}
	}

}
