package dev.onboard.mail.activation;

import java.util.Optional;

import dev.onboard.delivery.ledger.DoneEffects;
import dev.onboard.events.Person;
import dev.onboard.mail.OwnMailbox;

import org.springframework.stereotype.Component;

/**
 * Whose mailbox a link may open: only one that was provably created for the person, or
 * that somebody said is theirs. A link must never open the mailbox of a namesake.
 */
@Component
class Mailboxes {

	private final DoneEffects done;

	Mailboxes(DoneEffects done) {
		this.done = done;
	}

	/** The address of the person's mailbox; empty while there is none. */
	Optional<String> of(Person person) {
		return this.done.evidence(person.id(), OwnMailbox.EFFECT)
			.map((evidence) -> evidence.isEmpty() ? person.address() : OwnMailbox.of(evidence).address());
	}

}
