package dev.onboard.faults.cell;

import java.util.function.Function;

import dev.onboard.faults.outside.Outside;
import dev.onboard.faults.outside.Target;
import dev.onboard.faults.world.Slack;
import dev.onboard.faults.world.World;

/** Where people are added, or announced. */
enum Place {

	MAIL(Outside::mail, Slack.CARD, 400),

	SMTP(Outside::smtp, Slack.CARD, 550),

	REDMINE(Outside::redmine, Slack.CARD, 422),

	CARD(Outside::slack, Slack.CARD, 400),

	WEBHOOK(Outside::slack, Slack.WEBHOOK, 400);

	private final Function<Outside, Target> target;

	private final Slack slack;

	private final int refusal;

	Place(Function<Outside, Target> target, Slack slack, int refusal) {
		this.target = target;
		this.slack = slack;
		this.refusal = refusal;
	}

	Target in(World world) {
		return this.target.apply(world.outside());
	}

	/** How people are announced where this is to be called. */
	Slack slack() {
		return this.slack;
	}

	/** The status with which it refuses one person. */
	int refusal() {
		return this.refusal;
	}

	/** Whether it cannot be asked what it has. */
	boolean isBlind() {
		return this == SMTP || this == WEBHOOK;
	}

}
