package dev.onboard.task.targets;

import dev.onboard.events.TargetSystem;

/**
 * A target works again.
 *
 * @param alerted whether somebody was told that it was paused
 */
public record TargetResumed(TargetSystem system, boolean alerted) {
}
