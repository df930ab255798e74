package dev.onboard.task.imports;

/** Nothing is wrong with the file, and nothing of it was kept. */
public final class TooManyFilesException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	TooManyFilesException() {
		super("Too many files are being checked just now. Send this one again in some seconds.");
	}

}
