package dev.onboard.violations.ledger;

import java.util.List;

import dev.onboard.violations.events.KnowsTheLedger;

public record KnowsAnEvent(List<KnowsTheLedger> rows) {

	public KnowsTheLedger first() {
		return this.rows.get(0);
	}

}
