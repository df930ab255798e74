package dev.onboard.task.person;

/** What was asked for is not possible now; says why and what is. Nothing was changed. */
public final class NotPossibleException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public NotPossibleException(String message) {
		super(message);
	}

}
