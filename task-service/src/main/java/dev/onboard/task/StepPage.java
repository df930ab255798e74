package dev.onboard.task;

import java.time.Instant;

import dev.onboard.events.TargetSystem;
import org.jspecify.annotations.Nullable;

/**
 * One line of a person's page.
 *
 * @param attempts made so far, since the step was last asked for by hand
 * @param detail what happened, in words
 * @param nextAttemptAt only while {@link StepState#RETRYING}
 */
public record StepPage(TargetSystem system, StepState state, int attempts, String detail,
		@Nullable Instant nextAttemptAt, Instant updatedAt) {
}
