package dev.onboard.events;

import java.util.Objects;

/**
 * A decision about a step, and why.
 *
 * @param reason in the words of whoever decided
 */
public record Instruction(Decision decision, String reason) {

	public Instruction {
		Objects.requireNonNull(decision, "decision is missing");
		Objects.requireNonNull(reason, "reason is missing");
	}

}
