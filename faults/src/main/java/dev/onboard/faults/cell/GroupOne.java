package dev.onboard.faults.cell;

import java.util.ArrayList;
import java.util.List;

import dev.onboard.faults.Cell;
import dev.onboard.faults.link.BrokerLink.Moment;
import dev.onboard.faults.outside.Outside;
import dev.onboard.faults.outside.Target.Point;
import dev.onboard.faults.world.Links;
import dev.onboard.faults.world.Setting;
import dev.onboard.faults.world.Slack;

/** kill -9 of the services: at random, and at the points where it hurts most. */
public final class GroupOne {

	private static final int AT_RANDOM = 30;

	private static final int AT_EACH_POINT = 3;

	private static final String TASK = "task-service";

	private static final String MAIL = "mail-service";

	private static final String WEB = "web-service";

	private GroupOne() {
	}

	public static List<Cell> cells() {
		List<Cell> cells = new ArrayList<>();
		Setting cards = Setting.announcingBy(Slack.CARD);
		cells.add(new Kills("1-kill-task", TASK, cards, AT_RANDOM));
		cells.add(new Kills("1-kill-mail", MAIL, cards, AT_RANDOM));
		cells.add(new Kills("1-kill-web", WEB, cards, AT_RANDOM));
		cells.add(trapped("mailbox-before", MAIL, Trap.at(Point.BEFORE_EFFECT, Outside::mail, Links::mail)));
		cells.add(trapped("mailbox-after", MAIL, Trap.at(Point.AFTER_EFFECT, Outside::mail, Links::mail)));
		cells.add(trapped("welcome-before", MAIL, Trap.at(Point.BEFORE_EFFECT, Outside::smtp, Links::smtp)));
		cells.add(trapped("welcome-after", MAIL, Trap.at(Point.AFTER_EFFECT, Outside::smtp, Links::smtp)));
		cells.add(trapped("redmine-before", WEB, Trap.at(Point.BEFORE_EFFECT, Outside::redmine, Links::redmine)));
		cells.add(trapped("redmine-after", WEB, Trap.at(Point.AFTER_EFFECT, Outside::redmine, Links::redmine)));
		cells.add(trapped("card-before", WEB, Trap.at(Point.BEFORE_EFFECT, Outside::slack, Links::slack)));
		cells.add(trapped("card-after", WEB, Trap.at(Point.AFTER_EFFECT, Outside::slack, Links::slack)));
		for (String service : List.of(TASK, MAIL, WEB)) {
			String room = service.substring(0, service.indexOf('-'));
			cells.add(trapped(room + "-before-confirm", service, Trap.at(Moment.BEFORE_CONFIRM)));
			cells.add(trapped(room + "-after-confirm", service, Trap.at(Moment.AFTER_CONFIRM)));
			cells.add(trapped(room + "-before-ack", service, Trap.at(Moment.BEFORE_ACK)));
		}
		cells.add(new Kills("1-kill-web-webhook", WEB, Setting.announcingBy(Slack.WEBHOOK), AT_RANDOM / 3));
		cells.add(new Kills("1-kill-mail-james", MAIL, Setting.withSandbox(), AT_RANDOM / 3));
		cells.add(new TrappedKills("1-post-after", WEB, Slack.WEBHOOK,
				Trap.at(Point.AFTER_EFFECT, Outside::slack, Links::slack), AT_EACH_POINT));
		return cells;
	}

	private static Cell trapped(String name, String service, Trap trap) {
		return new TrappedKills("1-" + name, service, Slack.CARD, trap, AT_EACH_POINT);
	}

}
