package dev.onboard.task.imports;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

import dev.onboard.delivery.OwnTrouble;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.util.backoff.BackOffExecution;

/**
 * Works on the running imports, on one thread, a few rows of each in turn: one that was
 * started later does not wait for the end of a long one. It looks for more after half a
 * second, after a second while the database is away.
 */
@Component
class ImportWorker implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(ImportWorker.class);

	private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

	/** Rows of an import in one turn. */
	private static final int TURN = 20;

	private final ImportTable imports;

	private final AcceptingRows accepting;

	private final Backlog backlog;

	private volatile CountDownLatch stopping = new CountDownLatch(1);

	private @Nullable Thread thread;

	ImportWorker(ImportTable imports, AcceptingRows accepting, Backlog backlog) {
		this.imports = imports;
		this.accepting = accepting;
		this.backlog = backlog;
	}

	private void run(CountDownLatch stopping) {
		BackOffExecution backOff = OwnTrouble.SHORT_BACK_OFF.start();
		boolean known = false;
		while (stopping.getCount() > 0) {
			try {
				work();
				backOff = OwnTrouble.SHORT_BACK_OFF.start();
				known = false;
			}
			catch (DataAccessException | TransactionException ex) {
				log.atLevel(known ? Level.DEBUG : Level.WARN).log("Importing waits: {}", ex.getMessage());
				known = true;
			}
			catch (RuntimeException ex) {
				log.error("Importing waits after an unexpected failure", ex);
			}
			OwnTrouble.pause(backOff, stopping);
		}
	}

	/** As long as there is something that can be done now. */
	void work() {
		boolean more = true;
		while (more && isWanted()) {
			more = false;
			for (UUID id : this.imports.running()) {
				more |= isWanted() && this.accepting.acceptSome(id, this.backlog.isFull() ? 0 : TURN);
			}
		}
	}

	private boolean isWanted() {
		return this.stopping.getCount() > 0;
	}

	@Override
	public synchronized void start() {
		CountDownLatch stopping = new CountDownLatch(1);
		this.stopping = stopping;
		this.thread = new Thread(() -> run(stopping), "imports");
		this.thread.start();
	}

	/** Lets the row in hand finish. */
	@Override
	public synchronized void stop() {
		Thread thread = this.thread;
		if (thread == null) {
			return;
		}
		this.stopping.countDown();
		this.thread = null;
		try {
			thread.join(LONGEST_STOP.toMillis());
			if (thread.isAlive()) {
				log.warn("The row in hand is left to the next start");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.thread != null;
	}

}
