package dev.onboard.mail.activation;

import dev.onboard.delivery.ledger.Effect;
import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.delivery.ledger.Work;

/** The mail with one issue of a person's link, as an effect of its own. */
record LinkMail(int issue, LinkMails mails) implements Effect {

	@Override
	public String name() {
		return "activation-mail-" + this.issue;
	}

	@Override
	public Outcome perform(Work work) {
		return this.mails.mail(this.issue, work);
	}

}
