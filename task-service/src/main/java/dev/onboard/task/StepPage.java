package dev.onboard.task;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.onboard.events.TargetSystem;
import dev.onboard.task.person.HandDecision;
import dev.onboard.task.person.StepRow;
import dev.onboard.task.person.StepState;
import dev.onboard.task.targets.TargetRow;
import org.jspecify.annotations.Nullable;

/**
 * One line of a person's page.
 *
 * @param attempts made so far, since the step was last asked for by hand
 * @param detail what happened, in words; while {@link StepState#WAITING} why the target
 * is paused
 * @param nextAttemptAt only while {@link StepState#RETRYING}
 * @param waitingSince only while {@link StepState#WAITING}: when the target was paused
 * @param choices what can be done, best first; only while {@link StepState#FAILED}, else
 * empty; not there in listings
 * @param possible what can be decided about it by hand now, best first; not there in
 * listings
 */
public record StepPage(TargetSystem system, StepState state, int attempts, String detail,
		@Nullable Instant nextAttemptAt, Instant updatedAt, @Nullable Instant waitingSince,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<StepChoice> choices,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<HandDecision> possible) {

	/** As in a listing. */
	static StepPage of(StepRow step) {
		return new StepPage(step.system(), step.state(), step.attempts(), step.detail(), step.nextAttemptAt(),
				step.updatedAt(), null, null, null);
	}

	StepPage with(List<StepChoice> choices, List<HandDecision> possible) {
		return new StepPage(this.system, this.state, this.attempts, this.detail, this.nextAttemptAt, this.updatedAt,
				this.waitingSince, choices, possible);
	}

	StepPage waitingFor(TargetRow target) {
		return new StepPage(this.system, StepState.WAITING, this.attempts, target.reason(), null, this.updatedAt,
				target.since(), this.choices, this.possible);
	}

}
