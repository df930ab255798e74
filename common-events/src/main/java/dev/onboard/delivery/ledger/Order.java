package dev.onboard.delivery.ledger;

import dev.onboard.events.Attempt;
import dev.onboard.events.Decision;
import dev.onboard.events.Event;
import dev.onboard.events.Instruction;
import dev.onboard.events.Person;
import dev.onboard.events.StepRefresh;
import dev.onboard.events.StepRetry;
import org.jspecify.annotations.Nullable;

/**
 * A step that somebody wants carried through.
 *
 * @param queue where it is asked for, and where a retry goes
 */
record Order(Step step, Person person, Attempt attempt, @Nullable Instruction instruction, String queue) {

	Event again(Attempt attempt) {
		return this.step.quiet() ? new StepRefresh(this.step.system(), this.person, attempt)
				: new StepRetry(this.step.system(), this.person, attempt, this.instruction);
	}

	/**
	 * What somebody decided instead of calling the target; null if it is to be called.
	 */
	@Nullable Outcome decided() {
		if (this.instruction == null) {
			return null;
		}
		if (this.instruction.decision() == Decision.SKIP) {
			return new Outcome.Skipped("left out by hand: " + this.instruction.reason());
		}
		return (this.instruction.decision() == Decision.MARK_DONE)
				? new Outcome.Done("marked done by hand: " + this.instruction.reason()) : null;
	}

}
