package dev.onboard.web.redmine;

import dev.onboard.delivery.ledger.Outcome;

/** Redmine does not let us go on; carries what that means. */
final class RedmineTroubleException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Outcome outcome;

	RedmineTroubleException(Outcome outcome) {
		super(outcome.detail());
		this.outcome = outcome;
	}

	static RedmineTroubleException misconfigured(String detail) {
		return new RedmineTroubleException(new Outcome.Misconfigured(detail));
	}

	Outcome outcome() {
		return this.outcome;
	}

}
