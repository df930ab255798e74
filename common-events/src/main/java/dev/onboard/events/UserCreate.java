package dev.onboard.events;

import java.util.Objects;

/** {@code user.create}: create this user. Starts everything. */
public record UserCreate(Person person, Attempt attempt) implements PersonEvent {

	public static final String TYPE = "user.create";

	public UserCreate {
		Objects.requireNonNull(person, "person is missing");
		Objects.requireNonNull(attempt, "attempt is missing");
	}

	@Override
	public String type() {
		return TYPE;
	}

}
