package dev.onboard.task.erasing;

import java.text.Normalizer;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.onboard.delivery.forgetting.Erased;
import dev.onboard.delivery.forgetting.Erasing;
import dev.onboard.delivery.outbox.Outbox;
import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import dev.onboard.events.UserErase;
import dev.onboard.task.actor.Actor;
import dev.onboard.task.person.NotPossibleException;
import dev.onboard.task.person.PersonRows;
import dev.onboard.task.person.Progress;
import dev.onboard.task.person.StepRow;
import dev.onboard.task.person.StepRows;
import dev.onboard.task.person.StepState;
import dev.onboard.task.person.UnknownPersonException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Erases people who ask for it. What they have at the targets is left to others. */
@Component
public class ErasingPeople {

	private static final Logger log = LoggerFactory.getLogger(ErasingPeople.class);

	private final PersonRows people;

	private final StepRows steps;

	private final Erased erased;

	private final Erasing erasing;

	private final Outbox outbox;

	private final Actor actor;

	ErasingPeople(PersonRows people, StepRows steps, Erased erased, Erasing erasing, Outbox outbox, Actor actor) {
		this.people = people;
		this.steps = steps;
		this.erased = erased;
		this.erasing = erasing;
		this.outbox = outbox;
		this.actor = actor;
	}

	/**
	 * Forgets a person whose steps have all ended, and asks the other services to do so;
	 * of somebody who was erased before, they are asked again. The login is free then.
	 * @param reason is kept, so it must not tell who it was
	 * @throws UnknownPersonException if nobody ever had this id
	 * @throws NotPossibleException while a step has not ended
	 * @throws TellingReasonException if the reason names the person
	 */
	@Transactional
	public Erasure erase(UUID id, String reason) {
		List<String> remains = this.people.lockIfThere(id).map((person) -> forget(person, reason)).orElse(List.of());
		Erasure erasure = this.erased.find(id)
			.map((tombstone) -> Erasure.of(tombstone, remains))
			.orElseThrow(() -> new UnknownPersonException(id));
		this.outbox.say(new UserErase(id, Attempt.FIRST));
		// Restoring a backup brings the person back; then this line tells whom to erase
		// again.
		log.info("Erased {}: {} (asked for by {})", id, erasure.reason(), this.actor.name());
		return erasure;
	}

	private List<String> forget(Person person, String reason) {
		Progress progress = this.steps.of(person.id());
		progress.steps().stream().filter((step) -> !step.state().ended()).findFirst().ifPresent((step) -> {
			throw new NotPossibleException(stillOpen(step));
		});
		if (names(person).anyMatch((name) -> contains(composed(reason), composed(name)))) {
			throw new TellingReasonException();
		}
		this.erasing.forget(person.id(), reason);
		return Erasure.remainsOf(person, progress);
	}

	private static String stillOpen(StepRow step) {
		String skip = "leave it out with POST /users/" + step.person() + "/steps/" + step.system().wireName() + "/skip";
		return "The " + step.system().wireName() + " step is " + step.state()
				+ ((step.state() == StepState.FAILED) ? ". First " : ". Wait until it is DONE, or ") + skip
				+ ", and erase the person when it is SKIPPED.";
	}

	private static Stream<String> names(Person person) {
		Stream<String> names = Stream.of(person.login(), person.address(), person.firstName(), person.lastName());
		String contact = person.contactEmail();
		return (contact != null) ? Stream.concat(names, Stream.of(contact)) : names;
	}

	/** The same letters are the same text then, however they were typed. */
	private static String composed(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFC);
	}

	/** As a word of its own, in any case. */
	private static boolean contains(String reason, String name) {
		return Pattern
			.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])",
					Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
			.matcher(reason)
			.find();
	}

}
