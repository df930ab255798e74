package dev.onboard.task.erasing;

/** The reason for erasing a person tells who it was. Nothing was changed. */
public final class TellingReasonException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	TellingReasonException() {
		super("must not name the person, for it is kept");
	}

}
