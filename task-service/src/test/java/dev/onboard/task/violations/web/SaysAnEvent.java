package dev.onboard.task.violations.web;

import dev.onboard.delivery.outbox.Outbox;

public record SaysAnEvent(Outbox outbox) {
}
