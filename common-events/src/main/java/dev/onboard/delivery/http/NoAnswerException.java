package dev.onboard.delivery.http;

/** A call had no answer. The message says why, after the target's name. */
final class NoAnswerException extends Exception {

	private static final long serialVersionUID = 1L;

	private final boolean sent;

	private final boolean late;

	NoAnswerException(String message, boolean sent, boolean late) {
		super(message, null, false, false);
		this.sent = sent;
		this.late = late;
	}

	/** Whether it may still come. */
	boolean isLate() {
		return this.late;
	}

	/** Whether anything of the request went out. */
	boolean isSent() {
		return this.sent;
	}

}
