package dev.onboard.violations.events;

import dev.onboard.violations.ledger.KnowsAnEvent;

public record KnowsTheLedger(KnowsAnEvent row) {
}
