package dev.onboard.violations.ledger;

import org.springframework.amqp.core.Message;

public record SpeaksAmqp(Message message) {
}
