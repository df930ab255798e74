package dev.onboard.task.parked;

import org.jspecify.annotations.Nullable;

/**
 * Which parked messages to list, newest first.
 *
 * @param state only these; null for all
 * @param after the {@link ParkedSlice#next()} of the slice before; null for the newest
 * @param limit most messages in the slice
 */
public record ParkedFilter(@Nullable ParkedState state, @Nullable Long after, int limit) {
}
