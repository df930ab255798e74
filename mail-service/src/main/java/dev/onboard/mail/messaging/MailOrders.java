package dev.onboard.mail.messaging;

import dev.onboard.delivery.ledger.Step;
import dev.onboard.delivery.ledger.Steps;
import dev.onboard.delivery.settling.QueueListener;
import dev.onboard.events.Event;
import dev.onboard.events.StepRetry;
import dev.onboard.events.TargetSystem;
import dev.onboard.events.UnreadableEventException;
import dev.onboard.events.UserCreate;

import org.springframework.stereotype.Component;

/** Hears {@code user.create} and {@code user.mail.retry}. */
@Component
class MailOrders implements QueueListener {

	static final String QUEUE = "mail.create";

	private final Steps steps;

	private final Step addingToMail;

	MailOrders(Steps steps, Step addingToMail) {
		this.steps = steps;
		this.addingToMail = addingToMail;
	}

	@Override
	public String queue() {
		return QUEUE;
	}

	@Override
	public TargetSystem target() {
		return TargetSystem.MAIL;
	}

	@Override
	public void hear(Event event) {
		if (event instanceof UserCreate create) {
			this.steps.carry(this.addingToMail, create.person(), create.attempt(), queue());
		}
		else if (event instanceof StepRetry retry && retry.system() == TargetSystem.MAIL) {
			this.steps.carry(this.addingToMail, retry.person(), retry.attempt(), retry.instruction(), queue());
		}
		else {
			throw new UnreadableEventException(queue() + " does not take " + event.type());
		}
	}

}
