package dev.onboard.delivery.circuit;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import dev.onboard.delivery.DeliverySettings;
import dev.onboard.delivery.outbox.Outbox;
import dev.onboard.events.TargetReport.News;
import dev.onboard.events.TargetSystem;

import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whether each target of this service may be called. What is told here is durable with
 * the caller's transaction; the other replicas know it within a second. Thread-safe.
 */
public class Circuits {

	private final TargetRows rows;

	private final Outbox outbox;

	private final TransactionTemplate transaction;

	private final DeliverySettings.Circuit settings;

	private final Set<TargetSystem> paused = ConcurrentHashMap.newKeySet();

	private final Map<TargetSystem, AtomicInteger> permits = new ConcurrentHashMap<>();

	public Circuits(TargetRows rows, Outbox outbox, TransactionTemplate transaction,
			DeliverySettings.Circuit settings) {
		this.rows = rows;
		this.outbox = outbox;
		this.transaction = transaction;
		this.settings = settings;
	}

	/** Empty while the target is paused, unless it is time for a probe. */
	public Optional<Admission> admit(TargetSystem system) {
		if (!this.paused.contains(system)) {
			return Optional.of(Admission.NORMAL);
		}
		boolean permitted = permits(system).getAndUpdate((left) -> Math.max(0, left - 1)) > 0
				|| this.rows.takeProbe(system, this.settings.probeDelays());
		return permitted ? Optional.of(Admission.PROBE) : Optional.empty();
	}

	/** Nothing was found out: if it was to be the probe, the next order is. */
	public void unused(TargetSystem system, Admission admission) {
		if (admission == Admission.PROBE) {
			permits(system).set(1);
		}
	}

	/** How long until the target is probed; zero if that is due, or it is not paused. */
	public Duration untilProbe(TargetSystem system) {
		return this.rows.untilProbe(system);
	}

	/** A step ended as it should, or for a reason that is surely the person's. */
	public void works(TargetSystem system, Admission admission) {
		if (admission == Admission.PROBE) {
			resume(system, true);
		}
		else {
			this.rows.succeeded(system);
		}
	}

	/** Nobody would get anything from it: people wait until it works again. */
	public void pause(TargetSystem system, String reason) {
		pause(system, reason, firstProbe(), false);
	}

	/** It asks all of us to wait; probed after exactly {@code wait}. */
	public void pauseFor(TargetSystem system, String reason, Duration wait) {
		pause(system, reason, wait, true);
	}

	private void pause(TargetSystem system, String reason, Duration wait, boolean asked) {
		if (this.rows.pause(system, reason, wait, asked)) {
			say(system, News.PAUSED);
		}
		this.paused.add(system);
	}

	/** One person did not get it; several in a row pause the target. */
	public void troubled(TargetSystem system, UUID person, String reason) {
		Optional<Integer> streak = this.rows.troubled(system, person);
		if (streak.isEmpty()) {
			this.rows.stillTroubled(system, reason);
			this.paused.add(system);
		}
		else if (streak.get() >= this.settings.streak()) {
			pause(system, reason);
		}
	}

	/** It works again, somebody says. Harmless if it was not paused. */
	public void resume(TargetSystem system) {
		resume(system, false);
	}

	private void resume(TargetSystem system, boolean succeeded) {
		this.transaction.executeWithoutResult((tx) -> {
			if (this.rows.resume(system, succeeded)) {
				say(system, News.RESUMED);
			}
		});
		this.paused.remove(system);
	}

	/**
	 * Takes over what the replicas know.
	 * @return whether it is paused
	 */
	public boolean look(TargetSystem system) {
		boolean now = this.rows.paused(system);
		if (now) {
			this.paused.add(system);
		}
		else {
			this.paused.remove(system);
			permits(system).set(0);
		}
		return now;
	}

	/**
	 * Makes sure that the target is known; a paused one is probed soon, for settings may
	 * have changed.
	 */
	public void begin(TargetSystem system) {
		this.rows.begin(system);
	}

	/**
	 * Whether it is time for a probe, and it is ours; then one call is admitted.
	 */
	public boolean takeProbe(TargetSystem system) {
		boolean ours = this.rows.takeProbe(system, this.settings.probeDelays());
		if (ours) {
			permits(system).set(1);
		}
		return ours;
	}

	/** Whether a probe that was taken is still to be made. */
	public boolean probeIsOpen(TargetSystem system) {
		return permits(system).get() > 0;
	}

	/** Takes over the queue's figures, and says how the target is if that is news. */
	public void count(TargetSystem system, int waiting, int consumers) {
		this.transaction.executeWithoutResult((tx) -> {
			if (this.rows.count(system, waiting, consumers)) {
				say(system, News.STATUS);
			}
		});
	}

	private void say(TargetSystem system, News news) {
		this.outbox.say(this.rows.report(system, news));
	}

	private Duration firstProbe() {
		return this.settings.probeDelays().get(0);
	}

	private AtomicInteger permits(TargetSystem system) {
		return this.permits.computeIfAbsent(system, (it) -> new AtomicInteger());
	}

}
