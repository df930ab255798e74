package dev.onboard.mail.activation;

import dev.onboard.delivery.ledger.Effect;
import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.delivery.ledger.Work;
import dev.onboard.delivery.outbox.Outbox;
import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import dev.onboard.events.StepRefresh;
import dev.onboard.events.TargetSystem;
import dev.onboard.mail.HandingOver;
import org.springframework.stereotype.Component;

/**
 * Asks for the link that everybody gets without being asked. Whether it can be mailed is
 * no matter of the mailbox, so nothing waits for that. The evidence is the address that
 * it goes to, empty for none: whoever hears of the step sees which one it was.
 */
@Component("activationMail")
class FirstLink implements Effect {

	private final Outbox outbox;

	FirstLink(Outbox outbox) {
		this.outbox = outbox;
	}

	@Override
	public String name() {
		return "activation-mail";
	}

	@Override
	public Outcome perform(Work work) {
		String contact = work.person().contactEmail();
		if (contact == null) {
			return Outcome.Done.withoutCall("no contact address: ask for an activation link", "");
		}
		this.outbox.repeat(new StepRefresh(TargetSystem.MAIL, work.person(), Attempt.FIRST), HandingOver.QUEUE);
		return Outcome.Done.withoutCall("the activation link goes to " + contact, contact);
	}

	@Override
	public Person left(Person person, String evidence) {
		return person.reachedAt(evidence.isEmpty() ? null : evidence);
	}

}
