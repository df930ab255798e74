package dev.onboard.delivery.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

import dev.onboard.delivery.OwnTrouble;
import dev.onboard.delivery.circuit.Admission;
import dev.onboard.delivery.circuit.Circuits;
import dev.onboard.delivery.outbox.Outbox;
import dev.onboard.events.Person;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.TargetSystem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.backoff.BackOffExecution;

/**
 * Makes durable how an effect ended, and in the same transaction what follows from it:
 * what is said, when it is tried again, and whether the target pauses.
 */
class Recording {

	private static final Logger log = LoggerFactory.getLogger(Recording.class);

	private static final CountDownLatch NEVER = new CountDownLatch(1);

	private final Ledger ledger;

	private final Outbox outbox;

	private final Circuits circuits;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Recording(Ledger ledger, Outbox outbox, Circuits circuits, TransactionTemplate transaction, Clock clock) {
		this.ledger = ledger;
		this.outbox = outbox;
		this.circuits = circuits;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * What there is to record.
	 *
	 * @param who the person as the effects so far have left them
	 * @param detail of the whole step so far
	 * @param called whether the target was called by it, or by one before it
	 * @param next the effect that the step goes on with; null if this ends it
	 */
	record Entry(Order order, Admission admission, Effect effect, Ending ending, Person who, String detail,
			boolean called, @Nullable Effect next) {

		/** Whether it says how the target is. */
		boolean tells() {
			Outcome outcome = this.ending.outcome();
			return outcome != null && !(outcome instanceof Outcome.Waiting) && this.called
					&& this.order.decided() == null;
		}

	}

	/**
	 * What became of a record.
	 *
	 * @param ours false if this was not ours to record, or was recorded already and there
	 * is no claim to go on with
	 * @param next the claim to the next effect; null if there is none
	 */
	record Recorded(boolean ours, @Nullable Claim next) {
	}

	/**
	 * Records how an effect ended, and tries again while the lease surely lasts: without
	 * the record a target that cannot be asked would be called once more.
	 */
	Recorded record(Entry entry) {
		Instant deadline = this.clock.instant().plus(this.ledger.lease().dividedBy(3));
		BackOffExecution backOff = OwnTrouble.BACK_OFF.start();
		UUID nextLease = UUID.randomUUID();
		while (true) {
			try {
				return (entry.next() != null) ? passOn(entry, entry.next(), nextLease)
						: new Recorded(Boolean.TRUE.equals(this.transaction.execute((tx) -> conclude(entry))), null);
			}
			catch (DataAccessException | TransactionException ex) {
				if (!OwnTrouble.is(ex) || entry.ending().lease() == null || this.clock.instant().isAfter(deadline)) {
					throw ex;
				}
				log.warn("Recording {} again: {}", entry.effect().name(), ex.getMessage());
				OwnTrouble.pause(backOff, NEVER);
			}
		}
	}

	private Recorded passOn(Entry entry, Effect next, UUID lease) {
		Order order = entry.order();
		UUID person = order.person().id();
		if (entry.ending().lease() == null) {
			return new Recorded(true, this.ledger.claim(person, next.name(), order.attempt()));
		}
		return this.ledger.passOn(person, entry.effect().name(), entry.ending(), next.name(), lease, order.attempt())
			.map((claim) -> new Recorded(true, claim))
			.orElse(new Recorded(false, null));
	}

	/** Returns whether it was ours to record. */
	private boolean conclude(Entry entry) {
		Ending ending = entry.ending();
		boolean ours = ending.lease() == null
				|| this.ledger.end(entry.order().person().id(), entry.effect().name(), ending);
		if (ours) {
			tellCircuit(entry);
			say(entry);
		}
		return ours;
	}

	private void tellCircuit(Entry entry) {
		TargetSystem system = entry.order().step().system();
		Outcome outcome = entry.ending().outcome();
		if (outcome == null || !entry.tells()) {
			return;
		}
		if (outcome instanceof Outcome.Misconfigured) {
			this.circuits.pause(system, outcome.detail());
		}
		else if (outcome instanceof Outcome.Throttled throttled) {
			this.circuits.pauseFor(system, outcome.detail(), throttled.after());
		}
		else if (outcome.troubling()) {
			this.circuits.troubled(system, entry.order().person().id(), outcome.detail());
		}
		else if (outcome instanceof Outcome.Skipped) {
			// Nothing is configured any more that could be paused.
			if (entry.admission() == Admission.PROBE) {
				this.circuits.resume(system);
			}
		}
		else {
			this.circuits.works(system, entry.admission());
		}
	}

	private void say(Entry entry) {
		Order order = entry.order();
		Ending ending = entry.ending();
		StepResult result = ending.result();
		Instant now = this.clock.instant();
		Instant next = (ending.delay() != null) ? now.plus(ending.delay()) : null;
		log.info("{} {}: {}", order.step().system().wireName(), (result != null) ? result.wireName() : "waiting",
				entry.detail());
		if (result != null && !order.step().quiet()) {
			this.outbox.say(new StepReport(order.step().system(), result, entry.who(), order.attempt(), entry.detail(),
					now, next, ending.choices()));
		}
		if (ending.delay() != null) {
			this.outbox.repeat(order.again((result != null) ? order.attempt().next() : order.attempt()), order.queue(),
					ending.delay());
		}
	}

}
