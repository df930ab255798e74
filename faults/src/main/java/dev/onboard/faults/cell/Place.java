package dev.onboard.faults.cell;

import dev.onboard.faults.outside.Target;
import dev.onboard.faults.world.Slack;
import dev.onboard.faults.world.World;

/** Where people are added, or announced. */
enum Place {

	MAIL(Slack.CARD, 400),

	SMTP(Slack.CARD, 550),

	REDMINE(Slack.CARD, 422),

	CARD(Slack.CARD, 400),

	WEBHOOK(Slack.WEBHOOK, 400);

	private final Slack slack;

	private final int refusal;

	Place(Slack slack, int refusal) {
		this.slack = slack;
		this.refusal = refusal;
	}

	Target in(World world) {
		return switch (this) {
			case MAIL -> world.outside().mail();
			case SMTP -> world.outside().smtp();
			case REDMINE -> world.outside().redmine();
			case CARD, WEBHOOK -> world.outside().slack();
		};
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
