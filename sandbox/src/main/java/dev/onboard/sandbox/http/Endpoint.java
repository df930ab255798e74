package dev.onboard.sandbox.http;

import java.util.concurrent.CompletableFuture;

/**
 * Answers requests of one method and path.
 */
@FunctionalInterface
public interface Endpoint {

	/**
	 * Must not wait: an answer for later is given as a future, so that it holds no
	 * thread.
	 */
	CompletableFuture<Answer> answer(Request request);

	/**
	 * An endpoint that knows its answer at once.
	 */
	static Endpoint now(AtOnce endpoint) {
		return (request) -> CompletableFuture.completedFuture(endpoint.answer(request));
	}

	/**
	 * Answers at once.
	 */
	@FunctionalInterface
	interface AtOnce {

		Answer answer(Request request);

	}

}
