package dev.onboard.delivery.forgetting;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.onboard.delivery.OwnTrouble;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.backoff.BackOffExecution;

/**
 * Forgets what is old, every now and then, on one thread, in small transactions. Any
 * number of replicas may do so at once. While the database fails it tries again with
 * growing pauses.
 */
class Retention implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Retention.class);

	private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

	private final List<Perishable> perishables;

	private final TransactionOperations transaction;

	private final RetentionSettings settings;

	private @Nullable CountDownLatch stopping;

	private @Nullable Thread thread;

	Retention(List<Perishable> perishables, TransactionOperations transaction, RetentionSettings settings) {
		this.perishables = perishables;
		this.transaction = transaction;
		this.settings = settings;
	}

	private void run(Duration age, CountDownLatch stopping) {
		BackOffExecution backOff = OwnTrouble.BACK_OFF.start();
		while (stopping.getCount() > 0) {
			try {
				this.perishables.forEach((perishable) -> forget(perishable, age, stopping));
				backOff = OwnTrouble.BACK_OFF.start();
				if (stopping.await(this.settings.every().toMillis(), TimeUnit.MILLISECONDS)) {
					return;
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return;
			}
			catch (DataAccessException | TransactionException ex) {
				log.warn("Forgetting what is old waits: {}", ex.getMessage());
				OwnTrouble.pause(backOff, stopping);
			}
			catch (RuntimeException ex) {
				log.error("Forgetting what is old waits after an unexpected failure", ex);
				OwnTrouble.pause(backOff, stopping);
			}
		}
	}

	private void forget(Perishable perishable, Duration age, CountDownLatch stopping) {
		int all = 0;
		int forgotten;
		do {
			forgotten = Objects
				.requireNonNull(this.transaction.execute((tx) -> perishable.forget(age, this.settings.batch())));
			all += forgotten;
		}
		while (forgotten == this.settings.batch() && stopping.getCount() > 0);
		if (all > 0) {
			log.info("Forgot {} {} older than {}", all, perishable, age);
		}
	}

	@Override
	public synchronized void start() {
		Duration age = this.settings.age();
		CountDownLatch stopping = new CountDownLatch(1);
		this.stopping = stopping;
		if (age != null) {
			this.thread = new Thread(() -> run(age, stopping), "retention");
			this.thread.start();
		}
	}

	/** Lets the transaction in hand finish. */
	@Override
	public synchronized void stop() {
		if (this.stopping == null) {
			return;
		}
		this.stopping.countDown();
		this.stopping = null;
		try {
			if (this.thread != null) {
				this.thread.join(LONGEST_STOP.toMillis());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.thread = null;
	}

	@Override
	public synchronized boolean isRunning() {
		return this.stopping != null;
	}

}
