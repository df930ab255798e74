package dev.onboard.web.redmine;

import java.util.Optional;
import java.util.function.BiFunction;

import dev.onboard.delivery.ledger.Effect;
import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.delivery.ledger.Work;

/**
 * Something done in Redmine, where there is one.
 *
 * @param call may throw {@link RedmineTroubleException}
 */
record RedmineEffect(String name, RedmineLocation location, BiFunction<Redmine, Work, Outcome> call) implements Effect {

	private static final Outcome NONE = new Outcome.Skipped("no Redmine is configured; set REDMINE_URL and"
			+ " REDMINE_API_KEY, or start the Compose profile redmine, then try again");

	@Override
	public Outcome perform(Work work) {
		try {
			Optional<Redmine> redmine = this.location.redmine();
			return redmine.isPresent() ? this.call.apply(redmine.get(), work) : NONE;
		}
		catch (RedmineTroubleException ex) {
			return ex.outcome();
		}
	}

}
