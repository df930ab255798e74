package dev.onboard.task;

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
 */
public record HistoryLine(Instant at, @Nullable TargetSystem system, String what, String text) {
}
