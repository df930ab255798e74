package dev.onboard.task.violations.live;

import dev.onboard.delivery.outbox.Outbox;

public record KeepsAnEvent(Outbox outbox) {
}
