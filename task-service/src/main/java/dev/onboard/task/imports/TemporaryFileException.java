package dev.onboard.task.imports;

import java.io.IOException;

/**
 * A file of our own could not be written; whoever sends or reads it did nothing wrong.
 */
public final class TemporaryFileException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public TemporaryFileException(IOException cause) {
		super("no temporary file can be written in " + System.getProperty("java.io.tmpdir"), cause);
	}

}
