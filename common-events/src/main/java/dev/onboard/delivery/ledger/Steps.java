package dev.onboard.delivery.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import dev.onboard.delivery.OwnTrouble;
import dev.onboard.delivery.outbox.Outbox;
import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.StepRetry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.backoff.BackOffExecution;

/**
 * Carries a step through. When {@link #carry} returns, the message that asked for it may
 * be acknowledged: what was done and what follows from it are durable.
 */
public class Steps {

	private static final Logger log = LoggerFactory.getLogger(Steps.class);

	private static final CountDownLatch NEVER = new CountDownLatch(1);

	private final Ledger ledger;

	private final Outbox outbox;

	private final RetrySchedule schedule;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Steps(Ledger ledger, Outbox outbox, RetrySchedule schedule, TransactionTemplate transaction, Clock clock) {
		this.ledger = ledger;
		this.outbox = outbox;
		this.schedule = schedule;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Performs the effects of a step that are not done yet, in order, until one does not
	 * end well, and says what became of the step. A repeated call does nothing twice.
	 * @param queue where this step is asked for, and where a retry goes
	 * @throws org.springframework.dao.DataAccessException if our own database fails;
	 * nothing is lost then, and the message must be delivered again
	 */
	public void carry(Step step, Person person, Attempt attempt, String queue) {
		Order order = new Order(step, person, attempt, queue);
		List<String> details = new ArrayList<>();
		for (Effect effect : step.effects()) {
			Claim claim = this.ledger.claim(person.id(), effect.name(), attempt);
			if (claim instanceof Claim.Superseded) {
				log.info("Dropping {} of {}: a newer attempt is under way", attempt, effect.name());
				return;
			}
			if (claim instanceof Claim.Busy busy) {
				this.outbox.repeat(order.again(attempt), queue, busy.until());
				return;
			}
			Ending ending = (claim instanceof Claim.Granted granted) ? perform(order, effect, granted)
					: Ending.again((Claim.Concluded) claim);
			details.add(ending.detail());
			boolean goesOn = ending.result() == StepResult.ADDED && !step.endsWith(effect);
			boolean ours = record(order, effect, ending, goesOn ? null : String.join("; ", details));
			if (!ours) {
				this.outbox.repeat(order.again(attempt), queue, this.clock.instant());
			}
			if (!goesOn || !ours) {
				return;
			}
		}
	}

	private Ending perform(Order order, Effect effect, Claim.Granted claim) {
		Outcome outcome;
		try {
			outcome = effect.perform(order.person(), order.attempt(), claim.uncertain());
		}
		catch (RuntimeException | LinkageError | StackOverflowError ex) {
			log.error("Unexpected failure of {}", effect.name(), ex);
			outcome = new Outcome.Retry("unexpected failure, see the log: " + ex.getClass().getSimpleName());
		}
		return Ending.of(outcome, claim, order.attempt(), this.schedule);
	}

	/**
	 * Records how an effect ended, and tries again while the lease surely lasts: without
	 * the record a target that cannot be asked would be called once more.
	 * @return false if this is not ours to record, or was recorded already
	 */
	private boolean record(Order order, Effect effect, Ending ending, @Nullable String detail) {
		Instant deadline = this.clock.instant().plus(this.ledger.lease().dividedBy(3));
		BackOffExecution backOff = OwnTrouble.BACK_OFF.start();
		while (true) {
			try {
				return recordOnce(order, effect, ending, detail);
			}
			catch (DataAccessException | TransactionException ex) {
				if (!OwnTrouble.is(ex) || ending.lease() == null || this.clock.instant().isAfter(deadline)) {
					throw ex;
				}
				log.warn("Recording {} again: {}", effect.name(), ex.getMessage());
				OwnTrouble.pause(backOff, NEVER);
			}
		}
	}

	/**
	 * Records how an effect ended and, where the step ends with it, says so.
	 * @param detail of the whole step, null while it goes on
	 */
	private boolean recordOnce(Order order, Effect effect, Ending ending, @Nullable String detail) {
		return Boolean.TRUE.equals(this.transaction.execute((tx) -> {
			boolean ours = ending.lease() == null || this.ledger.end(order.person().id(), effect.name(), ending.lease(),
					ending.result(), ending.detail());
			if (ours && detail != null) {
				say(order, ending, detail);
			}
			return ours;
		}));
	}

	private void say(Order order, Ending ending, String detail) {
		log.info("{} {}: {}", order.step().system().wireName(), ending.result().wireName(), detail);
		Instant now = this.clock.instant();
		Instant next = (ending.delay() != null) ? now.plus(ending.delay()) : null;
		this.outbox.say(new StepReport(order.step().system(), ending.result(), order.person(), order.attempt(), detail,
				now, next));
		if (next != null) {
			this.outbox.repeat(order.again(order.attempt().next()), order.queue(), next);
		}
	}

	private record Order(Step step, Person person, Attempt attempt, String queue) {

		StepRetry again(Attempt attempt) {
			return new StepRetry(this.step.system(), this.person, attempt);
		}

	}

}
