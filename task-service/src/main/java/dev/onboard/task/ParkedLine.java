package dev.onboard.task;

import java.time.Instant;

/**
 * Something that happened to a parked message.
 *
 * @param what {@code parked}, {@code replayed} or {@code discarded}
 * @param text why
 */
public record ParkedLine(Instant at, String what, String text) {
}
