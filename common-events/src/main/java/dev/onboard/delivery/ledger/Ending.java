package dev.onboard.delivery.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.onboard.delivery.circuit.Admission;
import dev.onboard.events.Attempt;
import dev.onboard.events.Choice;
import dev.onboard.events.StepResult;
import org.jspecify.annotations.Nullable;

/**
 * The failure policy: what an outcome means for the step.
 *
 * @param result null when the attempt does not count and is made again
 * @param outcome null when the effect had ended before and is only said again
 * @param lease of the effect that ended, null as {@code outcome}
 * @param delay until it is tried again, null when it is not
 */
record Ending(@Nullable StepResult result, String detail, @Nullable String evidence, List<Choice> choices,
		@Nullable Outcome outcome, @Nullable UUID lease, @Nullable Duration delay) {

	/** Until the listeners of a target that pauses have stopped. */
	static final Duration PAUSING = Duration.ofSeconds(1);

	static Ending of(Outcome outcome, Claim.Granted claim, Attempt attempt, Admission admission,
			RetrySchedule schedule) {
		if (outcome instanceof Outcome.Done done) {
			boolean doubted = claim.uncertain() && !done.detail().isEmpty();
			String doubt = doubted ? " (an earlier try ended without an answer)" : "";
			return ended(StepResult.ADDED, done.detail() + doubt, done.evidence(), List.of(), outcome, claim);
		}
		if (outcome instanceof Outcome.Skipped) {
			return ended(StepResult.SKIPPED, outcome.detail(), null, List.of(), outcome, claim);
		}
		if (outcome instanceof Outcome.Conflict conflict) {
			return ended(StepResult.FAILED, outcome.detail(), null, conflict.choices(), outcome, claim);
		}
		if (outcome instanceof Outcome.Refused) {
			return ended(StepResult.FAILED, outcome.detail(), null, List.of(), outcome, claim);
		}
		if (outcome instanceof Outcome.Waiting waiting) {
			return uncounted(outcome, claim, waiting.after());
		}
		// A probe that fails says nothing of whom it was made for.
		if (outcome instanceof Outcome.Misconfigured || outcome instanceof Outcome.Throttled
				|| (admission == Admission.PROBE && outcome.troubling())) {
			return uncounted(outcome, claim, PAUSING);
		}
		Optional<Duration> delay = schedule.delayAfter(attempt, outcome);
		return delay
			.map((wait) -> new Ending(StepResult.RETRYING, outcome.detail(), null, List.of(), outcome, claim.lease(),
					wait))
			.orElseGet(() -> ended(StepResult.FAILED,
					"gave up after " + attempt.number() + " attempts: " + outcome.detail(), null, List.of(), outcome,
					claim));
	}

	private static Ending ended(StepResult result, String detail, @Nullable String evidence, List<Choice> choices,
			Outcome outcome, Claim.Granted claim) {
		return new Ending(result, detail, evidence, choices, outcome, claim.lease(), null);
	}

	private static Ending uncounted(Outcome outcome, Claim.Granted claim, Duration delay) {
		return new Ending(null, outcome.detail(), null, List.of(), outcome, claim.lease(), delay);
	}

	static Ending again(Claim.Concluded concluded) {
		return new Ending(concluded.result(), concluded.detail(), concluded.evidence(), concluded.choices(), null, null,
				null);
	}

	/** As the ledger calls it. */
	String state() {
		return (this.result != null) ? this.result.name() : "WAITING";
	}

}
