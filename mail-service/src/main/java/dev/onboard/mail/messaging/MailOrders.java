package dev.onboard.mail.messaging;

import dev.onboard.delivery.ledger.Step;
import dev.onboard.delivery.ledger.Steps;
import dev.onboard.delivery.settling.QueueListener;
import dev.onboard.events.Event;
import dev.onboard.events.StepRetry;
import dev.onboard.events.UnreadableEventException;
import dev.onboard.events.UserCreate;

import org.springframework.stereotype.Component;

/** Hears {@code user.create} and {@code user.mail.retry}. */
@Component
class MailOrders implements QueueListener {

	private final Steps steps;

	private final Step addingToMail;

	MailOrders(Steps steps, Step addingToMail) {
		this.steps = steps;
		this.addingToMail = addingToMail;
	}

	@Override
	public String queue() {
		return "mail.create";
	}

	@Override
	public void hear(Event event) {
		boolean ours = event instanceof UserCreate
				|| (event instanceof StepRetry retry && retry.system() == this.addingToMail.system());
		if (!ours) {
			throw new UnreadableEventException(queue() + " does not take " + event.type());
		}
		this.steps.carry(this.addingToMail, event.person(), event.attempt(), queue());
	}

}
