package dev.onboard.task;

import java.time.Instant;
import java.util.List;

import dev.onboard.events.Attempt;
import dev.onboard.events.Choice;
import dev.onboard.events.Person;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.TargetSystem;

/** What other services report of steps. */
public final class Reported {

	private Reported() {
	}

	public static StepReport of(TargetSystem system, StepResult result, Person person, int generation,
			Choice... choices) {
		Instant next = (result == StepResult.RETRYING) ? Instant.parse("2026-11-24T13:00:00Z") : null;
		return new StepReport(system, result, person, new Attempt(generation, 1), "as " + system + " said",
				Instant.parse("2026-11-24T12:00:00Z"), next, List.of(choices));
	}

}
