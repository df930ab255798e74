package dev.onboard.task.violations.imports;

import dev.onboard.delivery.outbox.Outbox;

public record SaysItItself(Outbox outbox) {
}
