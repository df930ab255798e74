package dev.onboard.mail;

import dev.onboard.delivery.ledger.Outcome;

/** Hands mails over to a mail server. */
public interface Mails {

	/**
	 * Hands one over. What was accepted cannot be asked for; a repeat carries the same
	 * Message-ID, so that its reader's mailbox may tell.
	 * @return done, without evidence, once the server has accepted it; ambiguous where it
	 * may have
	 */
	Outcome send(Mail mail);

}
