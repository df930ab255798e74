package dev.onboard.mail.james;

import dev.onboard.delivery.ledger.Outcome;

/** James did not answer what it was asked; ends the effect with what that means. */
final class Trouble extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Outcome outcome;

	Trouble(Outcome outcome) {
		super(outcome.detail(), null, false, false);
		this.outcome = outcome;
	}

	Outcome outcome() {
		return this.outcome;
	}

}
