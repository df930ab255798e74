package dev.onboard.mail;

import dev.onboard.events.AddressReply;

/** Says who or what has an address on the mail server. */
public interface Addresses {

	/**
	 * Looks, and changes nothing. Where the mail server does not say it, the answer is
	 * {@link AddressReply.State#UNKNOWN} with the reason.
	 */
	AddressReply check(String address);

}
