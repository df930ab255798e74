package dev.onboard.delivery.ledger;

import dev.onboard.events.Attempt;
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
	 * @param attempt which go at the step this is
	 * @param uncertain whether an earlier call ended without an answer and may have had
	 * its effect; then ask the target first, where it can be asked
	 * @return what became of it; an exception counts as {@link Outcome.Retry}
	 */
	Outcome perform(Person person, Attempt attempt, boolean uncertain);

}
