package dev.onboard.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.onboard.delivery.outbox.Outbox;
import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.StepRetry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries a step through. When {@link #carry} returns, the message that asked for it may
 * be acknowledged: what was done and what follows from it are durable.
 */
public class Steps {

	private static final Logger log = LoggerFactory.getLogger(Steps.class);

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
				this.transaction
					.executeWithoutResult((tx) -> this.outbox.repeat(order.again(attempt), queue, busy.until()));
				return;
			}
			boolean last = effect == step.effects().get(step.effects().size() - 1);
			Ending ending = (claim instanceof Claim.Granted granted) ? perform(order, effect, granted)
					: said((Claim.Concluded) claim);
			details.add(ending.detail());
			boolean over = last || ending.result() != StepResult.ADDED;
			Boolean ended = this.transaction.execute((tx) -> {
				boolean ours = ending.lease() == null || this.ledger.end(person.id(), effect.name(), ending.lease(),
						ending.result(), ending.detail());
				if (ours && over) {
					say(order, ending, String.join("; ", details));
				}
				return ours;
			});
			if (over || !Boolean.TRUE.equals(ended)) {
				return;
			}
		}
	}

	private Ending perform(Order order, Effect effect, Claim.Granted granted) {
		Outcome outcome = outcome(order, effect, granted.uncertain());
		if (outcome instanceof Outcome.Done done) {
			String doubt = granted.uncertain() ? " (an earlier try ended without an answer)" : "";
			return new Ending(StepResult.ADDED, done.detail() + doubt, granted.lease(), null);
		}
		if (outcome instanceof Outcome.Skipped skipped) {
			return new Ending(StepResult.SKIPPED, skipped.detail(), granted.lease(), null);
		}
		if (outcome instanceof Outcome.Retry retry) {
			Optional<Duration> delay = this.schedule.delayAfter(order.attempt(), retry);
			return delay.map((wait) -> new Ending(StepResult.RETRYING, retry.detail(), granted.lease(), wait))
				.orElseGet(() -> new Ending(StepResult.FAILED,
						"gave up after " + order.attempt().number() + " attempts: " + retry.detail(), granted.lease(),
						null));
		}
		return new Ending(StepResult.FAILED, outcome.detail(), granted.lease(), null);
	}

	private Outcome outcome(Order order, Effect effect, boolean uncertain) {
		try {
			return effect.perform(order.person(), order.attempt(), uncertain);
		}
		catch (RuntimeException ex) {
			log.error("Unexpected failure of {}", effect.name(), ex);
			return new Outcome.Retry("unexpected failure, see the log: " + ex.getClass().getSimpleName());
		}
	}

	private static Ending said(Claim.Concluded concluded) {
		return new Ending(concluded.result(), concluded.detail(), null, null);
	}

	private void say(Order order, Ending ending, String detail) {
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

	/**
	 * How an effect ended.
	 *
	 * @param lease null when it had ended before and is only said again
	 * @param delay until the next attempt, only when it is tried again
	 */
	private record Ending(StepResult result, String detail, @Nullable UUID lease, @Nullable Duration delay) {
	}

}
