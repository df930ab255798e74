package dev.onboard.faults.cell;

import java.util.List;

import dev.onboard.faults.Cell;
import dev.onboard.faults.world.Links;
import dev.onboard.faults.world.Slack;

/** What is between the processes: connections break, or nothing passes any more. */
public final class GroupFour {

	private static final int RESETS = 200;

	private static final int LOSSES = 10;

	private static final String TASK = "task-service";

	private static final String MAIL = "mail-service";

	private static final String WEB = "web-service";

	private GroupFour() {
	}

	public static List<Cell> cells() {
		return List.of(new Resets("4-reset-before-confirm", RESETS), new LostOnTheWay("4-lost-on-the-way", LOSSES),
				new SilentRelay("4-silence-one-relay"),
				new Silences("4-silence-task-broker", TASK, Slack.CARD, (links) -> links.broker().link(), false),
				new Silences("4-silence-task-database", TASK, Slack.CARD, Links::database, false),
				new Silences("4-silence-mail-broker", MAIL, Slack.CARD, (links) -> links.broker().link(), false),
				new Silences("4-silence-mail-database", MAIL, Slack.CARD, Links::database, false),
				new Silences("4-silence-mail-server", MAIL, Slack.CARD, Links::mail, false),
				new Silences("4-silence-mail-smtp", MAIL, Slack.CARD, Links::smtp, true),
				new Silences("4-silence-web-broker", WEB, Slack.CARD, (links) -> links.broker().link(), false),
				new Silences("4-silence-web-database", WEB, Slack.CARD, Links::database, false),
				new Silences("4-silence-web-redmine", WEB, Slack.CARD, Links::redmine, false),
				new Silences("4-silence-web-card", WEB, Slack.CARD, Links::slack, false),
				new Silences("4-silence-web-webhook", WEB, Slack.WEBHOOK, Links::slack, true));
	}

}
