package dev.onboard.task.imports;

import java.util.UUID;

/** There is no import with this id, or no more. */
public final class UnknownImportException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UnknownImportException(UUID id) {
		super("no import has the id " + id);
	}

}
