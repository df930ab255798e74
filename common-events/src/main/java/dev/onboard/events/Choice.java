package dev.onboard.events;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Something that would resolve a conflict.
 *
 * @param suggestion with {@link Decision#RENAME} a login that is free, else null
 */
public record Choice(Decision decision, @Nullable String suggestion) {

	public Choice {
		Objects.requireNonNull(decision, "decision is missing");
	}

	public static Choice of(Decision decision) {
		return new Choice(decision, null);
	}

}
