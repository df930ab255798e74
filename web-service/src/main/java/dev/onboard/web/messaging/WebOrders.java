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

/** Hears who was added to mail, or left out there, and the retries of one step. */
record WebOrders(String queue, Step step, Steps steps) implements QueueListener {

	@Override
	public void hear(Event event) {
		if (event instanceof StepReport report && starts(report)) {
			// The attempts of the mailbox are not ours.
			this.steps.carry(this.step, report.person(), Attempt.FIRST, this.queue);
		}
		else if (event instanceof StepRetry retry && retry.system() == this.step.system()) {
			this.steps.carry(this.step, retry.person(), retry.attempt(), retry.instruction(), this.queue);
		}
		else {
			throw new UnreadableEventException(this.queue + " does not take " + event.type());
		}
	}

	/** Whether a person is added to the other systems from here on. */
	boolean starts(StepReport report) {
		return report.system() == TargetSystem.MAIL
				&& (report.result() == StepResult.ADDED || report.result() == StepResult.SKIPPED);
	}

	@Override
	public TargetSystem target() {
		return this.step.system();
	}

}
