package dev.onboard.task.person;

import java.time.Instant;

import dev.onboard.events.TargetSystem;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a person.
 *
 * @param system the step that it is about, null for the person as such
 * @param what one word: {@code accepted}, {@code changed}, a decision, a step's result,
 * {@code said-again}, or what became of an activation link
 * @param text in words fit for the person's page
 * @param by the name of the token with which it was asked for, null where nobody asked
 */
public record HistoryLine(Instant at, @Nullable TargetSystem system, String what, String text, @Nullable String by) {

	/** Something that a service reported. */
	public static HistoryLine reported(Instant at, TargetSystem system, String what, String text) {
		return new HistoryLine(at, system, what, text, null);
	}

}
