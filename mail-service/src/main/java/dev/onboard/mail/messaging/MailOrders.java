package dev.onboard.mail.messaging;

import dev.onboard.delivery.ledger.Step;
import dev.onboard.delivery.ledger.Steps;
import dev.onboard.delivery.settling.QueueListener;
import dev.onboard.events.Event;
import dev.onboard.events.StepRefresh;
import dev.onboard.events.StepRetry;
import dev.onboard.events.TargetSystem;
import dev.onboard.events.UnreadableEventException;
import dev.onboard.events.UserCreate;
import dev.onboard.mail.MailAccess;

import org.springframework.stereotype.Component;

/** Hears {@code user.create}, {@code user.mail.retry} and {@code user.mail.refresh}. */
@Component
class MailOrders implements QueueListener {

	static final String QUEUE = MailAccess.QUEUE;

	private final Steps steps;

	private final Step addingToMail;

	private final MailAccess access;

	MailOrders(Steps steps, Step addingToMail, MailAccess access) {
		this.steps = steps;
		this.addingToMail = addingToMail;
		this.access = access;
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
		else if (event instanceof StepRefresh refresh && refresh.system() == TargetSystem.MAIL) {
			this.access.ask(refresh);
		}
		else {
			throw new UnreadableEventException(queue() + " does not take " + event.type());
		}
	}

}
