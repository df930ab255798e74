package dev.onboard.events;

import java.util.Objects;
import java.util.UUID;

/**
 * {@code user.erase}: forget this person. Says no more of them than who it is.
 *
 * @param personId the id by which they were added
 * @param attempt the second is a service's own: it looks again for what was in hand when
 * it heard the first
 */
public record UserErase(UUID personId, Attempt attempt) implements Event {

	public static final String TYPE = "user.erase";

	public UserErase {
		Objects.requireNonNull(personId, "personId is missing");
		Objects.requireNonNull(attempt, "attempt is missing");
	}

	@Override
	public String type() {
		return TYPE;
	}

}
