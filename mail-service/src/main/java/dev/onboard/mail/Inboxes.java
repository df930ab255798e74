package dev.onboard.mail;

import java.util.function.IntFunction;

import dev.onboard.delivery.ledger.Outcome;

/** Looks into mailboxes from outside; nothing is read. */
public interface Inboxes {

	/**
	 * Counts the mails in the inbox of an address, and lets {@code meaning} say what that
	 * means.
	 * @return the meaning, or why they could not be counted
	 */
	Outcome count(String address, IntFunction<Outcome> meaning);

}
