package dev.onboard.task;

/** This key came with another request before; nothing was changed. */
public final class IdempotencyKeyReusedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	IdempotencyKeyReusedException(String key) {
		super("the idempotency key " + key + " came with another body before");
	}

}
