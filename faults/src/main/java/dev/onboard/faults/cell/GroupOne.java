package dev.onboard.faults.cell;

import java.util.List;

import dev.onboard.faults.Cell;
import dev.onboard.faults.world.Slack;

/** kill -9 of the services: at random, and at the points where it hurts most. */
public final class GroupOne {

	private static final int KILLS = 30;

	private GroupOne() {
	}

	public static List<Cell> cells() {
		return List.of(new Kills("1-kill-task", "task-service", Slack.CARD, KILLS),
				new Kills("1-kill-mail", "mail-service", Slack.CARD, KILLS),
				new Kills("1-kill-web", "web-service", Slack.CARD, KILLS),
				new Kills("1-kill-web-webhook", "web-service", Slack.WEBHOOK, KILLS));
	}

}
