package dev.onboard.mail;

import java.util.Map;

import dev.onboard.delivery.http.Patience;
import dev.onboard.delivery.ledger.Effect;
import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.delivery.ledger.Work;
import dev.onboard.events.Person;

import org.springframework.stereotype.Component;

/**
 * Sends the welcome mail. Its evidence is how many mails were in the inbox before. After
 * a lost answer a mailbox that was empty is asked first. Mails can only be counted, so
 * one that is there is taken for it. In a mailbox that was not empty, or whose owner is
 * reached through the groups and aliases of a role, it may well be another, and the
 * welcome mail is sent again.
 */
@Component("welcomeMail")
class WelcomeMail implements Effect {

	static final String NAME = "welcome-mail";

	private static final String TAKEN = "a mail is in the mailbox, which was empty before, and is taken for the welcome mail";

	private final MailTemplates templates;

	private final Inboxes inboxes;

	private final Mails mails;

	WelcomeMail(MailTemplates templates, Inboxes inboxes, Mails mails) {
		this.templates = templates;
		this.inboxes = inboxes;
		this.mails = mails;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Outcome perform(Work work) {
		return perform(work, Mails.patience());
	}

	Outcome perform(Work work, Patience patience) {
		boolean provable = work.uncertain() && OwnMailbox.wasEmpty(work.evidence()) && work.person().role() == null;
		return this.inboxes.count(work.person().address(), (before) -> (provable && before > 0)
				? new Outcome.Done(TAKEN, "0") : send(work.person(), before, patience));
	}

	private Outcome send(Person person, int before, Patience patience) {
		Map<String, String> values = Map.of("firstName", person.firstName(), "lastName", person.lastName(), "login",
				person.login(), "address", person.address());
		MailTemplate words = this.templates.fill("welcome", person.language(), values);
		if (patience.isOver()) {
			return new Outcome.Transient("the welcome mail was not sent: it took too long to get there");
		}
		Outcome sent = this.mails
			.send(new Mail("welcome", "welcome." + person.id(), person.address(), person.fullName(), words));
		return (sent instanceof Outcome.Done) ? new Outcome.Done(sent.detail(), Integer.toString(before)) : sent;
	}

}
