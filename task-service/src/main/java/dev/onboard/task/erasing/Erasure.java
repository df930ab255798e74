package dev.onboard.task.erasing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.onboard.delivery.forgetting.Erased;
import dev.onboard.events.Person;
import dev.onboard.events.TargetSystem;
import dev.onboard.task.person.Progress;
import dev.onboard.task.person.StepState;

/**
 * What is left of a person who was erased.
 *
 * @param detail what happens now, and what does not
 * @param remains what the targets have of the person; said once, for nobody knows it
 * afterwards, and empty from then on
 */
public record Erasure(UUID id, Instant erasedAt, String reason, String detail,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> remains) {

	private static final String DETAIL = "The mail-service and the web-service forget this person as soon as they hear "
			+ "of it, and no activation link works any more. The mailbox, the Redmine account and the posts in Slack "
			+ "are not deleted: do that there. Backups and logs of before keep what they have.";

	static Erasure of(Erased.Tombstone tombstone, List<String> remains) {
		return new Erasure(tombstone.person(), tombstone.at(), tombstone.reason(), DETAIL, remains);
	}

	/** In the words of whoever has to delete it. */
	static List<String> remainsOf(Person person, Progress progress) {
		return progress.steps()
			.stream()
			.filter((step) -> step.state() == StepState.DONE)
			.map((step) -> remains(person, step.system()))
			.toList();
	}

	private static String remains(Person person, TargetSystem system) {
		return switch (system) {
			case MAIL -> "the mailbox " + person.address() + " and its aliases, on the mail server";
			case REDMINE -> "the account of " + person.fullName() + " (" + person.address() + "), in Redmine";
			case SLACK -> "the post about " + person.fullName() + ", in Slack";
		};
	}

}
