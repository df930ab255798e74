package dev.onboard.delivery.ledger;

import java.util.Map;

import dev.onboard.events.Attempt;
import dev.onboard.events.Decision;
import dev.onboard.events.Instruction;
import dev.onboard.events.Person;
import org.jspecify.annotations.Nullable;

/**
 * What an effect is asked to do.
 *
 * @param attempt which go at the step this is
 * @param uncertain whether an earlier call ended without an answer and may have had its
 * effect; then ask the target first, where it can be asked
 * @param instruction what somebody decided about this step, null for nothing
 * @param evidence what earlier effects of this step left behind, by their name
 */
public record Work(Person person, Attempt attempt, boolean uncertain, @Nullable Instruction instruction,
		Map<String, String> evidence) {

	public Work {
		evidence = Map.copyOf(evidence);
	}

	/** Whether somebody decided this about the step. */
	public boolean instructed(Decision decision) {
		return this.instruction != null && this.instruction.decision() == decision;
	}

}
