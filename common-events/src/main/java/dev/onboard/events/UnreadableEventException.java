package dev.onboard.events;

import org.jspecify.annotations.Nullable;

/** A message that says nothing we know; its text says why, in one line. */
public final class UnreadableEventException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public UnreadableEventException(String message) {
		super(message);
	}

	public UnreadableEventException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
