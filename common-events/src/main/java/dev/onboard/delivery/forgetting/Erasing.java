package dev.onboard.delivery.forgetting;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import dev.onboard.delivery.outbox.Outbox;
import dev.onboard.events.Attempt;
import dev.onboard.events.UserErase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.transaction.support.TransactionOperations;

/** Erases a person from this schema. A repeat is harmless. */
public class Erasing {

	private static final Logger log = LoggerFactory.getLogger(Erasing.class);

	private final Erased erased;

	private final List<PersonalData> data;

	private final Outbox outbox;

	private final TransactionOperations transaction;

	private final Duration longestInHand;

	/**
	 * @param longestInHand after which nothing that was in hand now is in hand any more
	 */
	Erasing(Erased erased, List<PersonalData> data, Outbox outbox, TransactionOperations transaction,
			Duration longestInHand) {
		this.erased = erased;
		this.data = data;
		this.outbox = outbox;
		this.transaction = transaction;
		this.longestInHand = longestInHand;
	}

	/**
	 * Does what the event asks for. What was in hand just now may still write something
	 * down, so once that is over everything is erased again.
	 * @param queue where the event came from
	 */
	public void carryOut(UserErase erase, String queue) {
		this.transaction.executeWithoutResult((tx) -> {
			forget(erase.personId(), "");
			if (erase.attempt().equals(Attempt.FIRST)) {
				this.outbox.repeat(new UserErase(erase.personId(), erase.attempt().next()), queue, this.longestInHand);
			}
		});
		log.info("Erased {}", erase.personId());
	}

	/**
	 * Leaves a tombstone, and nothing that is said of the person is heard from then on.
	 * To be called in a transaction.
	 * @param reason which must not tell who it was
	 */
	public void forget(UUID person, String reason) {
		this.erased.add(person, reason);
		this.outbox.forget(person);
		this.data.forEach((rows) -> rows.forget(person));
	}

}
