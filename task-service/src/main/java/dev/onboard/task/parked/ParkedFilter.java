package dev.onboard.task.parked;

import org.jspecify.annotations.Nullable;

/**
 * Which parked messages to list, newest first.
 *
 * @param state only these; null for all
 * @param after where the slice before says that this one begins; null for the newest
 * @param limit most messages in the slice
 */
public record ParkedFilter(@Nullable ParkedState state, @Nullable Long after, int limit) {
}
