package dev.onboard.task.messaging;

import dev.onboard.delivery.settling.QueueListener;
import dev.onboard.events.Event;
import dev.onboard.events.StepReport;
import dev.onboard.task.FollowingSteps;

import org.springframework.stereotype.Component;

/** Hears {@code user.*.*}; the retries that are among them are orders to others. */
@Component
class StepReports implements QueueListener {

	private final FollowingSteps following;

	StepReports(FollowingSteps following) {
		this.following = following;
	}

	@Override
	public String queue() {
		return "task.events";
	}

	@Override
	public void hear(Event event) {
		if (event instanceof StepReport report) {
			this.following.follow(report);
		}
	}

}
