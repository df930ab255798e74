package dev.onboard.delivery.ledger;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import dev.onboard.events.Attempt;
import dev.onboard.events.StepResult;
import org.jspecify.annotations.Nullable;

/**
 * The failure policy: what an outcome means for the step.
 *
 * @param lease of the effect that ended, null when it had ended before and is only said
 * again
 * @param delay until the next attempt, only when there is one
 */
record Ending(StepResult result, String detail, @Nullable UUID lease, @Nullable Duration delay) {

	static Ending of(Outcome outcome, Claim.Granted claim, Attempt attempt, RetrySchedule schedule) {
		if (outcome instanceof Outcome.Done) {
			String doubt = claim.uncertain() ? " (an earlier try ended without an answer)" : "";
			return new Ending(StepResult.ADDED, outcome.detail() + doubt, claim.lease(), null);
		}
		if (outcome instanceof Outcome.Skipped) {
			return new Ending(StepResult.SKIPPED, outcome.detail(), claim.lease(), null);
		}
		if (outcome instanceof Outcome.Retry retry) {
			Optional<Duration> delay = schedule.delayAfter(attempt, retry);
			return delay.map((wait) -> new Ending(StepResult.RETRYING, retry.detail(), claim.lease(), wait))
				.orElseGet(() -> new Ending(StepResult.FAILED,
						"gave up after " + attempt.number() + " attempts: " + retry.detail(), claim.lease(), null));
		}
		return new Ending(StepResult.FAILED, outcome.detail(), claim.lease(), null);
	}

	static Ending again(Claim.Concluded concluded) {
		return new Ending(concluded.result(), concluded.detail(), null, null);
	}

}
