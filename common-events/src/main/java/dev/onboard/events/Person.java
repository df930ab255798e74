package dev.onboard.events;

import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Who is being added.
 *
 * @param id the task-service's id, and the correlation id of every message about them
 * @param login unique, lower case, at most 60 characters
 * @param address the mailbox they get, {@code login@domain}
 * @param firstName of any script, 1 to 100 characters
 * @param lastName of any script, 1 to 100 characters
 * @param contactEmail where they can be reached before they have the mailbox, if known
 */
public record Person(UUID id, String login, String address, String firstName, String lastName,
		@Nullable String contactEmail) {

	public Person {
		Objects.requireNonNull(id, "person.id is missing");
		Objects.requireNonNull(login, "person.login is missing");
		Objects.requireNonNull(address, "person.address is missing");
		Objects.requireNonNull(firstName, "person.firstName is missing");
		Objects.requireNonNull(lastName, "person.lastName is missing");
	}

	public String fullName() {
		return this.firstName + " " + this.lastName;
	}

}
