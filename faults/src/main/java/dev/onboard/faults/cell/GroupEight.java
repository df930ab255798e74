package dev.onboard.faults.cell;

import java.time.Duration;
import java.util.List;

import dev.onboard.faults.Cell;

/** A target is away for long. */
public final class GroupEight {

	private static final Duration LONG = Duration.ofMinutes(1);

	private GroupEight() {
	}

	public static List<Cell> cells() {
		return List.of(new LongOutage("8-outage-card", Place.CARD, LONG),
				new LongOutage("8-outage-webhook", Place.WEBHOOK, LONG));
	}

}
