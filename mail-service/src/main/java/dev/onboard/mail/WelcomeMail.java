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
 * a lost answer a mailbox that was empty is asked first. In one that was not, or whose
 * owner is reached through the groups and aliases of a role, nobody could tell the mail
 * from others, and it is sent again.
 */
@Component("welcomeMail")
class WelcomeMail implements Effect {

	static final String NAME = "welcome-mail";

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
				? new Outcome.Done("welcome mail is in the mailbox", "0") : send(work.person(), before, patience));
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
