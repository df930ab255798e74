package dev.onboard.events;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * {@code user.<system>.retry}: do this step again. A service says it to its own queue,
 * due later, after a failure; the task-service says it, with a higher generation, when
 * somebody asks by hand.
 *
 * @param instruction what somebody decided about the step, null where it is only to be
 * tried again
 */
public record StepRetry(TargetSystem system, Person person, Attempt attempt,
		@Nullable Instruction instruction) implements PersonEvent {

	public StepRetry {
		Objects.requireNonNull(system, "system is missing");
		Objects.requireNonNull(person, "person is missing");
		Objects.requireNonNull(attempt, "attempt is missing");
	}

	@Override
	public String type() {
		return type(this.system);
	}

	public static String type(TargetSystem system) {
		return "user." + system.wireName() + ".retry";
	}

}
