package dev.onboard.task.imports;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Works on the running imports, on one thread, a few rows of each in turn: one that was
 * started later does not wait for the end of a long one.
 */
@Component
class ImportWorker implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(ImportWorker.class);

	private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

	private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

	/** Rows of an import in one turn. */
	private static final int TURN = 20;

	private final ImportTable imports;

	private final AcceptingRows accepting;

	private final Backlog backlog;

	private @Nullable ScheduledExecutorService thread;

	private volatile boolean stopping;

	ImportWorker(ImportTable imports, AcceptingRows accepting, Backlog backlog) {
		this.imports = imports;
		this.accepting = accepting;
		this.backlog = backlog;
	}

	/** As long as there is something that can be done now. */
	void work() {
		try {
			boolean more = true;
			while (more && !this.stopping) {
				more = false;
				for (UUID id : this.imports.running()) {
					more |= !this.stopping && this.accepting.acceptSome(id, this.backlog.isFull() ? 0 : TURN);
				}
			}
		}
		catch (DataAccessException | TransactionException ex) {
			log.warn("Importing waits: {}", ex.getMessage());
		}
		catch (RuntimeException ex) {
			log.error("Importing waits after an unexpected failure", ex);
		}
	}

	/** Nothing escapes from what is scheduled. */
	@Override
	@SuppressWarnings("FutureReturnValueIgnored")
	public synchronized void start() {
		this.stopping = false;
		ScheduledExecutorService thread = Executors
			.newSingleThreadScheduledExecutor((work) -> new Thread(work, "imports"));
		thread.scheduleWithFixedDelay(this::work, 0, LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
		this.thread = thread;
	}

	/** Lets the row in hand finish. */
	@Override
	public synchronized void stop() {
		this.stopping = true;
		ScheduledExecutorService thread = this.thread;
		this.thread = null;
		if (thread == null) {
			return;
		}
		thread.shutdown();
		try {
			if (!thread.awaitTermination(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
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
