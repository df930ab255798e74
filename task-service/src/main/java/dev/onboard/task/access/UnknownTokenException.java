package dev.onboard.task.access;

import java.util.UUID;

/** There is no token with this id, or it is revoked already. */
public final class UnknownTokenException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UnknownTokenException(UUID id) {
		super("no valid token has the id " + id);
	}

}
