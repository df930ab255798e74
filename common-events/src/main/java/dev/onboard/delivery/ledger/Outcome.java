package dev.onboard.delivery.ledger;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How an effect ended. Each carries words fit for the person's page, without secrets.
 */
public sealed interface Outcome {

	String detail();

	/** It is done, by this call or provably by an earlier one. Final. */
	record Done(String detail) implements Outcome {
	}

	/** There is nothing to do. Final until somebody asks again by hand. */
	record Skipped(String detail) implements Outcome {
	}

	/**
	 * Passing trouble of the target: worth another attempt.
	 *
	 * @param after what the target asked us to wait, exactly; null for our own delays
	 */
	record Retry(String detail, @Nullable Duration after) implements Outcome {

		public Retry(String detail) {
			this(detail, null);
		}

	}

	/** Refused; the same call would be refused again. Somebody has to look. */
	record Refused(String detail) implements Outcome {
	}

}
