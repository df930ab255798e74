package dev.onboard.task.targets;

import dev.onboard.events.TargetSystem;

/**
 * Said inside the transaction in which a target pauses or goes on, and whatever is
 * reported while it is paused: every page tells of it.
 */
public record TargetChanged(TargetSystem system) {
}
