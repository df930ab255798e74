package dev.onboard.task;

import java.util.UUID;

import dev.onboard.events.Person;
import dev.onboard.events.TargetSystem;
import dev.onboard.task.person.History;
import dev.onboard.task.person.Logins;
import dev.onboard.task.person.PersonRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** Settles which login a person has, once their mailbox exists. */
@Component
class Mailboxes {

	private static final Logger log = LoggerFactory.getLogger(Mailboxes.class);

	private final PersonRows people;

	private final Logins logins;

	private final History history;

	Mailboxes(PersonRows people, Logins logins, History history) {
		this.people = people;
		this.logins = logins;
		this.history = history;
	}

	/**
	 * The mail server has the last word, for the mailbox may have been made while the
	 * login was being changed. Releases the person's other logins.
	 * @param address that the mailbox really has
	 * @return the person with this address
	 */
	Person settle(Person person, String address) {
		Person actual = person.at(address);
		if (actual.equals(person)) {
			this.logins.keepOnly(actual.login(), person.id());
			return actual;
		}
		UUID holder = this.logins.holder(actual.login(), person.id());
		if (!holder.equals(person.id())) {
			log.error("The mailbox {} is reported as made for {}, but the login belongs to {}", address, person.id(),
					holder);
			this.history.add(person.id(), TargetSystem.MAIL, "changed", "the mailbox is reported to be " + address
					+ ", but that login belongs to /users/" + holder + ": look at the mail server");
			return person;
		}
		this.logins.keepOnly(actual.login(), person.id());
		this.people.change(actual);
		this.history.add(person.id(), TargetSystem.MAIL, "changed", "the mailbox had been made as " + address
				+ " already, so that is the address, not " + person.address());
		return actual;
	}

}
