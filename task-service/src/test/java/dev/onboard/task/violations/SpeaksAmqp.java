package dev.onboard.task.violations;

import dev.onboard.delivery.settling.QueueListener;

public record SpeaksAmqp(QueueListener listener) {
}
