package dev.onboard.faults.outside;

import java.time.Duration;

/**
 * What becomes of one call.
 *
 * @param acts whether what is asked for is done
 * @param status to answer with where it is not; 0 for no answer at all
 * @param body of that answer, empty for the target's own words
 * @param retryAfter in that answer, zero for none
 * @param delivery how much of the answer arrives
 * @param holds how long the call is held before anything is answered
 */
record Fate(boolean acts, int status, String body, Duration retryAfter, Delivery delivery, Duration holds) {

	/** As it should be. */
	static final Fate GOOD = new Fate(true, 0, "", Duration.ZERO, Delivery.WHOLE, Duration.ZERO);

	enum Delivery {

		WHOLE, HALF,
		/** Nothing, of what took effect. */
		NONE

	}

	static Fate answered(int status, String body, Duration retryAfter) {
		return new Fate(false, status, body, retryAfter, Delivery.WHOLE, Duration.ZERO);
	}

	static Fate done(Delivery delivery) {
		return new Fate(true, 0, "", Duration.ZERO, delivery, Duration.ZERO);
	}

	static Fate forgotten(Duration holds) {
		return new Fate(false, 0, "", Duration.ZERO, Delivery.NONE, holds);
	}

}
