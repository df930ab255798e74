package dev.onboard.task;

import dev.onboard.events.Person;
import dev.onboard.task.person.History;
import dev.onboard.task.person.HistoryLine;
import dev.onboard.task.person.LoginTakenException;
import dev.onboard.task.person.Logins;
import dev.onboard.task.person.PersonRow;
import dev.onboard.task.person.PersonRows;
import dev.onboard.task.person.Progress;
import dev.onboard.task.person.StepRows;

import org.springframework.stereotype.Component;

/** Everything that is kept of a person from the beginning. */
@Component
class Newcomers {

	private final Logins logins;

	private final PersonRows people;

	private final StepRows steps;

	private final History history;

	Newcomers(Logins logins, PersonRows people, StepRows steps, History history) {
		this.logins = logins;
		this.people = people;
		this.steps = steps;
		this.history = history;
	}

	/** What is known of somebody new. */
	record Newcomer(PersonRow row, Progress progress, HistoryLine line) {
	}

	/**
	 * Adds a person whose steps are all pending.
	 * @throws LoginTakenException if another person has this login
	 */
	Newcomer add(Person person) {
		this.logins.reserve(person.login(), person.id());
		PersonRow row = this.people.add(person);
		Progress progress = this.steps.add(person.id());
		return new Newcomer(row, progress, this.history.add(person.id(), null, "accepted", person.address()));
	}

}
