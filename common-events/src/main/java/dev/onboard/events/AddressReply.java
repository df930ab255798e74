package dev.onboard.events;

import java.util.Locale;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * {@code address.reply}: what an {@link AddressQuestion} found out at that moment.
 *
 * @param words for people: who or what has the address, or why nobody knows
 */
public record AddressReply(String address, State state, String words) implements Aside {

	public static final String TYPE = "address.reply";

	public AddressReply {
		Objects.requireNonNull(address, "address is missing");
		Objects.requireNonNull(state, "state is missing");
		Objects.requireNonNull(words, "words is missing");
	}

	@Override
	public String type() {
		return TYPE;
	}

	/** What is known of an address. */
	public enum State {

		FREE, TAKEN, UNKNOWN;

		@JsonValue
		public String wireName() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
