package dev.onboard.task.parked;

import java.util.UUID;

/** Nothing was ever parked under this id. */
public final class UnknownParkedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UnknownParkedException(UUID id) {
		super("nothing was parked with the id " + id);
	}

}
