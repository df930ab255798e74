package dev.onboard.task;

/**
 * What takes over or deletes something was not confirmed as it must be; nothing was
 * changed.
 */
public final class NotConfirmedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	NotConfirmedException(String address) {
		super("must be " + address + ", typed exactly");
	}

}
