package dev.onboard.task.person;

import java.util.UUID;

/** Nobody was ever accepted under this id. */
public final class UnknownPersonException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public UnknownPersonException(UUID id) {
		super("nobody has the id " + id);
	}

}
