package dev.onboard.mail.james;

import java.util.List;

import dev.onboard.events.Person;

/** Addresses that James was asked to make somebody's mailbox, whatever came of it. */
interface Tries {

	/** Durable on return, so that the address is known even if nothing else of it is. */
	void note(Person person, String address);

	/** James never has this address, for anybody. */
	void refused(Person person, String address);

	/** All but the one that the person is to have now, the oldest first. */
	List<String> others(Person person);

}
