package dev.onboard.task.violations;

import dev.onboard.task.violations.parked.Letter;

public record Replays(Letter letter) {
}
