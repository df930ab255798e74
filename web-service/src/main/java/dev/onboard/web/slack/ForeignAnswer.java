package dev.onboard.web.slack;

import java.util.Set;

import dev.onboard.delivery.http.Answer;
import dev.onboard.delivery.ledger.Outcome;

/**
 * An answer that Slack does not give, though nothing is down: a proxy asks for a login, a
 * filter shows a page, or the URL is somebody else's. It is the same for everybody until
 * somebody mends it.
 */
final class ForeignAnswer {

	private static final Set<Integer> STATUSES = Set.of(400, 401, 403, 404, 405, 407, 410);

	private ForeignAnswer() {
	}

	/** To be asked only of what Slack itself would not say. */
	static boolean is(Answer answer) {
		return answer.status() < 400 || STATUSES.contains(answer.status());
	}

	/**
	 * @param setting names where the URL comes from
	 */
	static Outcome outcome(Answer answer, String setting) {
		return new Outcome.Misconfigured("Slack was not reached, something else answered " + answer.status()
				+ answer.reason() + "; check " + setting + " and any proxy in between");
	}

}
