package dev.onboard.task.messaging;

import dev.onboard.delivery.settling.QueueListener;
import dev.onboard.events.ActivationReport;
import dev.onboard.events.Event;
import dev.onboard.events.StepReport;
import dev.onboard.events.TargetReport;
import dev.onboard.task.FollowingSteps;
import dev.onboard.task.activation.FollowingActivation;
import dev.onboard.task.targets.FollowingTargets;

import org.springframework.stereotype.Component;

/** Hears {@code user.*.*} and {@code target.#}; orders among them are for others. */
@Component
class Reports implements QueueListener {

	private final FollowingSteps steps;

	private final FollowingTargets targets;

	private final FollowingActivation activation;

	Reports(FollowingSteps steps, FollowingTargets targets, FollowingActivation activation) {
		this.steps = steps;
		this.targets = targets;
		this.activation = activation;
	}

	@Override
	public String queue() {
		return "task.events";
	}

	/** Each of them is about somebody who is locked first, and found missing then. */
	@Override
	public boolean knowsErased() {
		return true;
	}

	@Override
	public void hear(Event event) {
		if (event instanceof StepReport report) {
			this.steps.follow(report);
		}
		else if (event instanceof TargetReport report) {
			this.targets.follow(report);
		}
		else if (event instanceof ActivationReport report) {
			this.activation.follow(report);
		}
	}

}
