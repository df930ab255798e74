package dev.onboard.web.violations.slack;

import dev.onboard.delivery.settling.QueueListener;

public record ListensItself(QueueListener listener) {
}
