package dev.onboard.task;

import dev.onboard.events.TargetSystem;

/**
 * Said inside the transaction in which a target pauses or goes on: whoever waits for it
 * is shown so.
 */
public record TargetChanged(TargetSystem system) {
}
