package dev.onboard.faults.cell;

import java.util.List;

import dev.onboard.faults.Cell;
import dev.onboard.faults.world.Slack;

/** Nothing fails, but messages and requests come too often, too late, or in any order. */
public final class GroupFive {

	private GroupFive() {
	}

	public static List<Cell> cells() {
		return List.of(new Triples("5-three-times", Slack.CARD), new Triples("5-three-times-webhook", Slack.WEBHOOK),
				new Rushes("5-sixteen-posts"), new Shuffles("5-out-of-order"), new OldOrders("5-old-generation"));
	}

}
