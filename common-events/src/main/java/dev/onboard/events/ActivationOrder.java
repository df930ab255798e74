package dev.onboard.events;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * {@code user.activation.issue}, {@code .send} and {@code .revoke}: what becomes of the
 * link by which a person chooses the password of their mailbox. No link is ever in a
 * message.
 *
 * @param attempt its generation is the number of the link's issue; earlier issues are
 * void from now on
 * @param linkHash only with {@link Action#ISSUE}: SHA-256 of the link's secret, in hex
 * @param expiresAt only with {@link Action#ISSUE}
 */
public record ActivationOrder(Action action, Person person, Attempt attempt, @Nullable String linkHash,
		@Nullable Instant expiresAt) implements PersonEvent {

	public ActivationOrder {
		Objects.requireNonNull(action, "action is missing");
		Objects.requireNonNull(person, "person is missing");
		Objects.requireNonNull(attempt, "attempt is missing");
		if ((action == Action.ISSUE) != (linkHash != null && expiresAt != null)) {
			throw new IllegalArgumentException("linkHash and expiresAt belong to an issue, and only to that");
		}
	}

	@Override
	public String type() {
		return type(this.action);
	}

	public static String type(Action action) {
		return "user.activation." + action.wireName();
	}

	/** What is to be done. */
	public enum Action {

		/** Whoever said this has given a link to somebody: let it open the mailbox. */
		ISSUE,
		/** Make a new link and mail it to the person's contact address. */
		SEND,
		/** Let no link open the mailbox. */
		REVOKE;

		/** As in routing keys and JSON: {@code issue}, {@code send}, {@code revoke}. */
		@JsonValue
		public String wireName() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
