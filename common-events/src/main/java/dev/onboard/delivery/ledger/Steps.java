package dev.onboard.delivery.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.onboard.delivery.OwnTrouble;
import dev.onboard.delivery.circuit.Admission;
import dev.onboard.delivery.circuit.Circuits;
import dev.onboard.delivery.outbox.Outbox;
import dev.onboard.events.Attempt;
import dev.onboard.events.Instruction;
import dev.onboard.events.Person;
import dev.onboard.events.StepResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries a step through. When {@link #carry} returns, the message that asked for it may
 * be acknowledged: what was done and what follows from it are durable.
 */
public class Steps {

	private static final Logger log = LoggerFactory.getLogger(Steps.class);

	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

	/** Whoever has an effect in hand ends mostly long before the lease does. */
	private static final Duration LOOK_AGAIN = Duration.ofSeconds(3);

	private static final Outcome STOPPED = new Outcome.Waiting("this process stops", Duration.ZERO);

	private final Ledger ledger;

	private final Outbox outbox;

	private final Circuits circuits;

	private final RetrySchedule schedule;

	private final Recording recording;

	private final DueAttempts due;

	private final StepMeters meters;

	private final Stopping stopping;

	Steps(Ledger ledger, DueAttempts due, Outbox outbox, Circuits circuits, RetrySchedule schedule, Recording recording,
			StepMeters meters, Stopping stopping) {
		this.ledger = ledger;
		this.due = due;
		this.outbox = outbox;
		this.circuits = circuits;
		this.schedule = schedule;
		this.recording = recording;
		this.meters = meters;
		this.stopping = stopping;
	}

	/** As the other one, with nothing decided by hand. */
	public void carry(Step step, Person person, Attempt attempt, String queue) {
		carry(step, person, attempt, null, queue);
	}

	/**
	 * Performs the effects of a step that are not done yet, in order, until one does not
	 * end well, and says what became of the step. A repeated call does nothing twice.
	 * While the target is paused the order goes to the end of the queue, uncounted; so
	 * does what is left of it once this process is to stop.
	 * @param instruction what somebody decided about the step; one that needs no target
	 * is carried out even while the target is paused
	 * @param queue where this step is asked for, and where a retry goes
	 * @throws org.springframework.dao.DataAccessException if our own database fails;
	 * nothing is lost then, and the message must be delivered again
	 */
	public void carry(Step step, Person person, Attempt attempt, @Nullable Instruction instruction, String queue) {
		Order order = new Order(step, person, attempt, instruction, queue);
		Optional<Admission> admission = (order.decided() != null) ? Optional.of(Admission.NORMAL)
				: this.circuits.admit(step.system());
		if (admission.isEmpty()) {
			this.outbox.repeat(order.again(attempt), queue, untilAdmitted(step));
			return;
		}
		if (!carry(order, admission.get())) {
			this.circuits.unused(step.system(), admission.get());
		}
	}

	/**
	 * Orders of a step wait in its queue, which stops. A quiet one may be asked for in
	 * one that goes on, so it comes back when the target is tried, but looks each minute
	 * whether somebody has resumed it.
	 */
	private Duration untilAdmitted(Step step) {
		if (!step.quiet()) {
			return Ending.PAUSING;
		}
		Duration wait = this.circuits.untilProbe(step.system());
		return Ending.PAUSING.plus((wait.compareTo(LONGEST_PAUSE) < 0) ? wait : LONGEST_PAUSE);
	}

	/**
	 * From now on orders of this step that are older than {@code attempt} are dropped,
	 * wherever they wait. What is in hand or done already stays so.
	 */
	public void supersede(Step step, Person person, Attempt attempt) {
		step.effects().forEach((effect) -> this.ledger.supersede(person.id(), effect.name(), attempt));
	}

	/**
	 * Which attempt at a step is to be made or said again now, for somebody who knows its
	 * generation only.
	 * @return empty while the step is in hand, waits for its time, or was asked for anew
	 * since
	 */
	public Optional<Attempt> due(Step step, Person person, Attempt asked) {
		return this.due.of(person.id(), step.effects().stream().map(Effect::name).toList(), asked);
	}

	/** Returns whether it was said how the target is. */
	private boolean carry(Order order, Admission admission) {
		Person who = order.person();
		List<String> details = new ArrayList<>();
		Map<String, String> evidence = new LinkedHashMap<>();
		boolean called = false;
		Effect effect = order.step().effects().get(0);
		Claim claim = this.ledger.claim(order.person().id(), effect.name(), order.attempt());
		while (isOurs(order, effect, claim)) {
			Ending ending = (claim instanceof Claim.Granted granted)
					? perform(effect, order, admission, granted,
							new Work(who, order.attempt(), granted.uncertain(), order.instruction(), evidence))
					: Ending.again((Claim.Concluded) claim);
			if (ending.evidence() != null) {
				evidence.put(effect.name(), ending.evidence());
				who = effect.left(who, ending.evidence());
			}
			details.add(ending.detail());
			called |= ending.outcome() != null && ending.outcome().called();
			Effect next = (ending.result() == StepResult.ADDED) ? order.step().after(effect) : null;
			Recording.Entry entry = new Recording.Entry(order, admission, effect, ending, who, joined(details), called,
					next);
			Recording.Recorded recorded = this.recording.record(entry);
			if (!recorded.ours()) {
				this.outbox.repeat(order.again(order.attempt()), order.queue());
				return false;
			}
			if (next == null || recorded.next() == null) {
				this.meters.ended(order, ending);
				return entry.tells();
			}
			effect = next;
			claim = recorded.next();
		}
		return false;
	}

	/** Whether there is something for us to do, or to say again. */
	private boolean isOurs(Order order, Effect effect, Claim claim) {
		if (claim instanceof Claim.Superseded) {
			log.info("Dropping {} of {}: a newer attempt is under way", order.attempt(), effect.name());
			this.meters.suppressed(order, StepMeters.Suppressed.OLDER);
			return false;
		}
		if (claim instanceof Claim.Busy busy) {
			this.outbox.repeat(order.again(order.attempt()), order.queue(),
					(busy.rest().compareTo(LOOK_AGAIN) < 0) ? busy.rest() : LOOK_AGAIN);
			this.meters.suppressed(order, StepMeters.Suppressed.IN_HAND);
			return false;
		}
		return true;
	}

	private static String joined(List<String> details) {
		return details.stream().filter((detail) -> !detail.isEmpty()).distinct().collect(Collectors.joining("; "));
	}

	private Ending perform(Effect effect, Order order, Admission admission, Claim.Granted claim, Work work) {
		return Ending.of(outcome(effect, order, work), claim, order.attempt(), admission, this.schedule);
	}

	/** What would be cut off while the target is called might be done twice. */
	private Outcome outcome(Effect effect, Order order, Work work) {
		Outcome decided = order.decided();
		if (decided != null) {
			return decided;
		}
		return this.stopping.isAsked() ? STOPPED : this.meters.effect(order, effect, () -> perform(effect, work));
	}

	private static Outcome perform(Effect effect, Work work) {
		try {
			return effect.perform(work);
		}
		catch (RuntimeException | LinkageError | StackOverflowError ex) {
			if (OwnTrouble.is(ex)) {
				throw ex;
			}
			log.error("Unexpected failure of {}", effect.name(), ex);
			return new Outcome.Ambiguous("unexpected failure, see the log: " + ex.getClass().getSimpleName());
		}
	}

}
