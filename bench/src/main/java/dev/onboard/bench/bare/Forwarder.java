package dev.onboard.bench.bare;

/** One hop as a process, until it is killed. */
public final class Forwarder {

	private Forwarder() {
	}

	/**
	 * Starts one of them.
	 * @param arguments {@code task}, {@code mail} or {@code web}
	 */
	public static void main(String... arguments) throws Exception {
		// A thread that fails ends the process: whoever measures is to see it.
		Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
			failure.printStackTrace();
			Runtime.getRuntime().halt(1);
		});
		Surroundings surroundings = Surroundings.of(System.getenv());
		switch (arguments[0]) {
			case "task" -> TaskHop.start(surroundings);
			case "mail" -> MailHop.start(surroundings);
			case "web" -> WebHop.start(surroundings);
			default -> throw new IllegalArgumentException(arguments[0]);
		}
	}

}
