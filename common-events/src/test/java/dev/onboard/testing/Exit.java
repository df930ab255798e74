package dev.onboard.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/**
 * What this program starts ends with it, also what another of its threads would start
 * while it ends.
 */
public final class Exit {

	private static boolean begun;

	private Exit() {
	}

	/** Stops something when the program ends. */
	public static void stops(Runnable stop) {
		Runtime.getRuntime().addShutdownHook(new Thread(() -> {
			begin();
			stop.run();
		}));
	}

	private static synchronized void begin() {
		begun = true;
	}

	/**
	 * Starts something that is stopped then.
	 * @throws IllegalStateException if the program ends: it might not be stopped any more
	 */
	public static synchronized void starts(Runnable start) {
		if (begun) {
			throw new IllegalStateException("this program ends");
		}
		start.run();
	}

	/**
	 * As {@link #starts(Runnable)}, a process.
	 * @param started keeps it for whoever stops it
	 */
	public static void starts(ProcessBuilder process, Consumer<Process> started) {
		starts(() -> {
			try {
				started.accept(process.start());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

}
