package dev.onboard.faults.cell;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.onboard.events.Attempt;
import dev.onboard.events.Event;
import dev.onboard.events.Person;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.StepRetry;
import dev.onboard.events.TargetSystem;
import dev.onboard.events.UserCreate;

/** Messages that could be read, about people whom nobody ever added. */
final class Strangers {

	private Strangers() {
	}

	/** One that the queue takes. */
	static Event messageFor(String queue) {
		UUID id = UUID.randomUUID();
		Person person = new Person(id, "nobody", "nobody@example.com", "No", "Body", null, null, null);
		return switch (queue) {
			case "mail.create" -> new UserCreate(person, Attempt.FIRST);
			case "mail.control" -> new StepRetry(TargetSystem.MAIL, person, Attempt.FIRST, null);
			case "web.control" -> new StepRetry(TargetSystem.SLACK, person, Attempt.FIRST, null);
			default -> new StepReport(TargetSystem.MAIL, StepResult.ADDED, person, Attempt.FIRST, "", Instant.now(),
					null, List.of());
		};
	}

}
