package dev.onboard.task.console;

/** Nothing of the console has this path. */
final class NothingHereException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	NothingHereException(String path) {
		super("The console has no page " + path + ".");
	}

}
