package dev.onboard.task.parked;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a parked message.
 *
 * @param what {@code parked}, {@code replayed} or {@code discarded}
 * @param text why
 * @param by the name of the token with which it was asked for, null where nobody asked
 */
public record ParkedLine(Instant at, String what, String text, @Nullable String by) {
}
