package dev.onboard.mail;

import java.util.List;

import dev.onboard.delivery.circuit.Circuits;
import dev.onboard.delivery.ledger.Effect;
import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.delivery.ledger.Step;
import dev.onboard.delivery.ledger.Steps;
import dev.onboard.delivery.ledger.Work;
import dev.onboard.delivery.outbox.Outbox;
import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import dev.onboard.events.StepRefresh;
import dev.onboard.events.TargetSystem;

import org.springframework.stereotype.Component;

/**
 * Asks whether the mail server lets us in, after it refused us outside of any step. That
 * is a quiet step, so a refusal pauses the mail server as any other, and the order that
 * waits is the probe which ends the pause.
 */
@Component
public class MailAccess {

	/** Where people are added to mail, too. */
	public static final String QUEUE = "mail.create";

	private final Circuits circuits;

	private final Outbox outbox;

	private final Steps steps;

	private final Inboxes inboxes;

	MailAccess(Circuits circuits, Outbox outbox, Steps steps, Inboxes inboxes) {
		this.circuits = circuits;
		this.outbox = outbox;
		this.steps = steps;
		this.inboxes = inboxes;
	}

	/**
	 * We were refused. Has it asked about, once for each link; not while the mail server
	 * is paused, for then somebody waits already who finds out.
	 * @param issue of the person's link
	 */
	public void refused(Person person, int issue) {
		if (!this.circuits.look(TargetSystem.MAIL)) {
			this.outbox.repeat(new StepRefresh(TargetSystem.MAIL, person, new Attempt(issue, 1)), QUEUE);
		}
	}

	public void ask(StepRefresh order) {
		Effect asking = new Asking(order.attempt().generation(), this.inboxes);
		this.steps.carry(new Step(TargetSystem.MAIL, List.of(asking), true), order.person(), order.attempt(), QUEUE);
	}

	private record Asking(int issue, Inboxes inboxes) implements Effect {

		@Override
		public String name() {
			return "mail-access-" + this.issue;
		}

		@Override
		public Outcome perform(Work work) {
			return this.inboxes.count(work.person().address(),
					(count) -> new Outcome.Done("the mail server lets us in"));
		}

	}

}
