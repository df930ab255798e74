package dev.onboard.events;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * {@code user.activation.sent}, {@code .used} and so on: what became of the link by which
 * a person chooses the password of their mailbox.
 *
 * @param attempt its generation is the number of the link's issue
 * @param detail in words fit for the person's page
 * @param expiresAt when the link stops working, null where there is none
 */
public record ActivationReport(State state, Person person, Attempt attempt, String detail, Instant at,
		@Nullable Instant expiresAt) implements PersonEvent {

	public ActivationReport {
		Objects.requireNonNull(state, "state is missing");
		Objects.requireNonNull(person, "person is missing");
		Objects.requireNonNull(attempt, "attempt is missing");
		Objects.requireNonNull(detail, "detail is missing");
		Objects.requireNonNull(at, "at is missing");
	}

	@Override
	public String type() {
		return type(this.state);
	}

	public static String type(State state) {
		return "user.activation." + state.wireName();
	}

	/** What became of the link. */
	public enum State {

		/** It was mailed to the person's contact address. */
		SENT,
		/** It could not be mailed. */
		FAILED,
		/** Somebody was given it to hand it over. */
		ISSUED,
		/** The person has chosen a password with it; it works no more. */
		USED,
		/** It works no more. */
		REVOKED;

		/** As in routing keys and JSON, such as {@code sent}. */
		@JsonValue
		public String wireName() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
