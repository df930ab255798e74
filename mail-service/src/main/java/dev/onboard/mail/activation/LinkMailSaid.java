package dev.onboard.mail.activation;

import java.time.Instant;

import dev.onboard.delivery.ledger.Effect;
import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.delivery.ledger.Work;

/**
 * Says that the mail of {@link LinkMail} was sent. An effect of its own: if our database
 * fails in it, the mail was recorded before and is not sent again.
 */
record LinkMailSaid(LinkMail mail) implements Effect {

	@Override
	public String name() {
		return this.mail.name() + "-said";
	}

	@Override
	public Outcome perform(Work work) {
		String expiresAt = work.evidence().get(this.mail.name());
		if (expiresAt != null) {
			this.mail.mails().saySent(this.mail.issue(), work.person(), Instant.parse(expiresAt));
		}
		return Outcome.Done.withoutCall("", null);
	}

}
