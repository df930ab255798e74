package dev.onboard.delivery.ledger;

import dev.onboard.events.Person;

/**
 * One thing done to one person in an outside system. The ledger sees to it that it is
 * done once; the implementation is called by one thread at a time per person.
 */
public interface Effect {

	/** Key in the ledger, such as {@code mailbox}; never renamed. */
	String name();

	/**
	 * Does it, well within the lease.
	 * @return what became of it; an exception counts as {@link Outcome.Ambiguous}, but
	 * trouble of our own database counts as nothing
	 */
	Outcome perform(Work work);

	/**
	 * The person as this effect has left them, which may be long ago: what the effects
	 * after it and the report see.
	 * @param evidence of {@link Outcome.Done}
	 */
	default Person left(Person person, String evidence) {
		return person;
	}

}
