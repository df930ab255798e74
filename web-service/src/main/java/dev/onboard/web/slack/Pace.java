package dev.onboard.web.slack;

import java.util.function.Supplier;

import dev.onboard.delivery.ledger.Outcome;

/** Keeps calls to Slack as far apart as it asks for. */
@FunctionalInterface
interface Pace {

	/**
	 * Makes the call when it is its turn, if that is soon.
	 * @return what became of the call; {@link Outcome.Waiting} if it was not made
	 */
	Outcome inTurn(Supplier<Outcome> call);

}
