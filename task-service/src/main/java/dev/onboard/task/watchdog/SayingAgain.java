package dev.onboard.task.watchdog;

import java.util.List;

import dev.onboard.delivery.outbox.Outbox;
import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import dev.onboard.events.StepRetry;
import dev.onboard.task.person.History;
import dev.onboard.task.person.PersonRows;
import dev.onboard.task.person.StepRow;
import dev.onboard.task.person.StepRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks again for steps that nothing was heard of for too long: the order was lost, or
 * what was said of it. Its generation stays, so whoever has the step goes on where it
 * stands, or says its result again.
 */
@Component
public class SayingAgain {

	private static final Logger log = LoggerFactory.getLogger(SayingAgain.class);

	private final SilentSteps silent;

	private final PersonRows people;

	private final StepRows steps;

	private final Outbox outbox;

	private final History history;

	SayingAgain(SilentSteps silent, PersonRows people, StepRows steps, Outbox outbox, History history) {
		this.silent = silent;
		this.people = people;
		this.steps = steps;
		this.outbox = outbox;
		this.history = history;
	}

	/**
	 * Says again what is silent, once, however many replicas do so.
	 * @param after the number of the last person who was looked at; 0 to begin with
	 * @param most people at once
	 * @return the number of the last one who was looked at now; {@code after} when nobody
	 * was left
	 */
	@Transactional
	public long sayAgain(long after, int most) {
		List<SilentSteps.Waiting> people = this.silent.lockPeople(after, most);
		this.silent.of(people.stream().map(SilentSteps.Waiting::id).toList()).forEach(this::sayAgain);
		return people.isEmpty() ? after : people.get(people.size() - 1).number();
	}

	private void sayAgain(SilentStep silent) {
		Person person = this.people.lock(silent.person());
		StepRow step = this.steps.of(person.id()).of(silent.system());
		this.outbox.say(new StepRetry(step.system(), person, new Attempt(step.generation(), 1), step.instruction()));
		this.silent.said(silent);
		String text = "nothing was heard for " + silent.inWords() + ", so it was said again";
		this.history.add(person.id(), step.system(), "said-again", text);
		log.warn("{} of {}: {}", step.system().wireName(), person.id(), text);
	}

}
