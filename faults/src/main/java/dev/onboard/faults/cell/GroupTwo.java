package dev.onboard.faults.cell;

import java.util.List;

import dev.onboard.faults.Cell;
import dev.onboard.faults.world.Slack;

/**
 * What the services stand on is killed, all is killed at once, and all is ended in order.
 */
public final class GroupTwo {

	private static final int KILLS_OF_THE_BROKER = 10;

	private static final int KILLS_OF_THE_DATABASE = 5;

	private static final int BLACKOUTS = 3;

	private GroupTwo() {
	}

	public static List<Cell> cells() {
		return List.of(new BrokerKills("2-kill-broker", KILLS_OF_THE_BROKER),
				new DatabaseKills("2-kill-database", Slack.CARD, KILLS_OF_THE_DATABASE),
				new Blackouts("2-kill-everything", BLACKOUTS), new Terminations("2-sigterm", Slack.CARD),
				new Terminations("2-sigterm-webhook", Slack.WEBHOOK));
	}

}
