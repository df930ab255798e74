package dev.onboard.delivery.http;

/** A call had no answer. The message says why, after the target's name. */
final class NoAnswerException extends Exception {

	private static final long serialVersionUID = 1L;

	private final boolean sent;

	NoAnswerException(String message, boolean sent) {
		super(message, null, false, false);
		this.sent = sent;
	}

	/** Whether anything of the request went out. */
	boolean isSent() {
		return this.sent;
	}

}
