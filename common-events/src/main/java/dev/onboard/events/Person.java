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
 * @param role names what they get besides, see {@code onboard.roles}; null for nothing
 * @param language of what is written to them, such as {@code en}; null in messages of
 * older services
 */
public record Person(UUID id, String login, String address, String firstName, String lastName,
		@Nullable String contactEmail, @Nullable String role, @Nullable String language) {

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

	/** The same person with another mailbox, whose name is the login. */
	public Person at(String address) {
		return new Person(this.id, address.substring(0, address.lastIndexOf('@')), address, this.firstName,
				this.lastName, this.contactEmail, this.role, this.language);
	}

	/** The same person with another contact address, or none. */
	public Person reachedAt(@Nullable String contactEmail) {
		return new Person(this.id, this.login, this.address, this.firstName, this.lastName, contactEmail, this.role,
				this.language);
	}

}
