package dev.onboard.mail.violations.james;

import dev.onboard.delivery.settling.QueueListener;

public record ListensItself(QueueListener listener) {
}
