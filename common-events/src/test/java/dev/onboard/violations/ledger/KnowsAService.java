package dev.onboard.violations.ledger;

import dev.onboard.violations.mail.Mailbox;

public record KnowsAService(Mailbox mailbox) {
}
