package dev.onboard.task.parked;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Some parked messages, newest first.
 *
 * @param next where the next slice begins, null when this is the last one
 */
public record ParkedSlice(List<ParkedPage> messages, @Nullable Long next) {
}
