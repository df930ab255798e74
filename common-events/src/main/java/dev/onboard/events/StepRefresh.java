package dev.onboard.events;

import java.util.Objects;

/**
 * {@code user.<system>.refresh}: what the person has in this system may have to change,
 * though the step is done. A service says it to its own queue only.
 */
public record StepRefresh(TargetSystem system, Person person, Attempt attempt) implements PersonEvent {

	public StepRefresh {
		Objects.requireNonNull(system, "system is missing");
		Objects.requireNonNull(person, "person is missing");
		Objects.requireNonNull(attempt, "attempt is missing");
	}

	@Override
	public String type() {
		return type(this.system);
	}

	public static String type(TargetSystem system) {
		return "user." + system.wireName() + ".refresh";
	}

}
