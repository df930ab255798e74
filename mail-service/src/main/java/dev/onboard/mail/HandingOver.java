package dev.onboard.mail;

import dev.onboard.events.ActivationOrder;
import dev.onboard.events.StepRefresh;

/**
 * Hands mailboxes over to their owners by links with which they choose their password.
 */
public interface HandingOver {

	/**
	 * Does what was asked for and says what became of it. A repeat is harmless, and what
	 * is older than what we know is dropped.
	 * @param queue where the order came from
	 */
	void carryOut(ActivationOrder order, String queue);

	/**
	 * Goes on with a link that could not be mailed yet.
	 * @param queue where it is asked for
	 */
	void goOn(StepRefresh refresh, String queue);

}
