package dev.onboard.task.targets;

import dev.onboard.events.TargetSystem;

/** A target was paused, nobody had asked for it, and nobody knows it yet. */
public record TargetPaused(TargetSystem system, String reason) {
}
