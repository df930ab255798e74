package dev.onboard.mail;

import dev.onboard.events.ActivationOrder;
import dev.onboard.events.StepRefresh;

/**
 * Hands mailboxes over to their owners by links with which they choose their password.
 */
public interface HandingOver {

	/** Where all this is asked for. */
	String QUEUE = "mail.control";

	/**
	 * Does what was asked for and says what became of it. A repeat is harmless, and what
	 * is older than what we know is dropped.
	 */
	void carryOut(ActivationOrder order);

	/**
	 * Mails the first link, or goes on with one that could not be mailed yet.
	 */
	void goOn(StepRefresh refresh);

}
