package dev.onboard.web.messaging;

import dev.onboard.delivery.ledger.Step;
import dev.onboard.delivery.ledger.Steps;
import dev.onboard.delivery.settling.QueueListener;
import dev.onboard.events.Attempt;
import dev.onboard.events.Event;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.StepRetry;
import dev.onboard.events.TargetSystem;
import dev.onboard.events.UnreadableEventException;

/** Hears {@code user.mail.added} and the retries of one step. */
record WebOrders(String queue, Step step, Steps steps) implements QueueListener {

	@Override
	public void hear(Event event) {
		this.steps.carry(this.step, event.person(), attempt(event), this.queue);
	}

	/** The attempts of the mailbox are not ours. */
	private Attempt attempt(Event event) {
		if (event instanceof StepReport report && report.system() == TargetSystem.MAIL
				&& report.result() == StepResult.ADDED) {
			return Attempt.FIRST;
		}
		if (event instanceof StepRetry retry && retry.system() == this.step.system()) {
			return retry.attempt();
		}
		throw new UnreadableEventException(this.queue + " does not take " + event.type());
	}

}
