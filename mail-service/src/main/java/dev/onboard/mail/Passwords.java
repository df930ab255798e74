package dev.onboard.mail;

import dev.onboard.delivery.ledger.Outcome;

/** The passwords of the mailboxes on the mail server. */
public interface Passwords {

	/**
	 * Sets the password of a mailbox, whatever it was; creates none.
	 * @return done; refused where there is no such mailbox; misconfigured where nobody's
	 * could be set; the details say nothing of the password
	 */
	Outcome set(String address, String password);

}
