package dev.onboard.delivery;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;

/**
 * What a service does again and again from its start until it stops, on a thread of its
 * own. No failure ends it: the next round comes after a pause, and the pauses grow until
 * a round succeeds. The same trouble is logged once until then, and what nobody expects
 * each time.
 */
public final class Rounds {

	private static final Logger log = LoggerFactory.getLogger(Rounds.class);

	private final String thread;

	private final String what;

	private final BackOff backOff;

	private final Set<Class<? extends Exception>> trouble;

	private final Round round;

	private @Nullable Round last;

	private String said = "";

	private Stop stop = new Stop();

	private @Nullable Thread running;

	/**
	 * @param thread its name
	 * @param what waits while rounds fail, as the begin of a sentence for the log
	 * @param backOff the pauses after failures
	 * @param trouble what may fail besides {@link OwnTrouble} and checked exceptions
	 */
	public Rounds(String thread, String what, BackOff backOff, Set<Class<? extends Exception>> trouble, Round round) {
		this.thread = thread;
		this.what = what;
		this.backOff = backOff;
		this.trouble = Set.copyOf(trouble);
		this.round = round;
	}

	/** Does this once more when it was asked to stop, whatever failed before. */
	public Rounds endingWith(Round last) {
		this.last = last;
		return this;
	}

	/** What is done in one round. */
	@FunctionalInterface
	public interface Round {

		/**
		 * Does what there is to do, and waits for as long as the next has nothing to do.
		 * @param stop cuts both short
		 */
		void go(Stop stop) throws IOException, TimeoutException, InterruptedException;

	}

	/** That the service stops. */
	public static final class Stop {

		private final CountDownLatch asked = new CountDownLatch(1);

		private Stop() {
		}

		public boolean isAsked() {
			return this.asked.getCount() == 0;
		}

		/** Waits until it is asked, at most for so long; whether it was. */
		public boolean await(Duration limit) throws InterruptedException {
			return this.asked.await(limit.toMillis(), TimeUnit.MILLISECONDS);
		}

	}

	public synchronized void start() {
		Stop stop = new Stop();
		this.stop = stop;
		this.running = new Thread(() -> run(stop), this.thread);
		this.running.start();
	}

	/** Asks the round under way to be the last one; does nothing if there is none. */
	public synchronized void ask() {
		this.stop.asked.countDown();
	}

	/** {@link #ask Asks}, and waits for its end, at most for so long. */
	public synchronized void stop(Duration longest) {
		ask();
		if (this.running == null) {
			return;
		}
		try {
			this.running.join(longest.toMillis());
			if (this.running.isAlive()) {
				log.warn("Thread {} has not ended after {}", this.thread, longest);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.running = null;
	}

	public synchronized boolean isRunning() {
		return this.running != null;
	}

	private void run(Stop stop) {
		try {
			BackOffExecution pauses = this.backOff.start();
			while (!stop.isAsked()) {
				if (succeeds(this.round, stop)) {
					pauses = this.backOff.start();
				}
				else {
					OwnTrouble.pause(pauses, stop.asked);
				}
			}
			if (this.last != null) {
				succeeds(this.last, stop);
			}
		}
		catch (InterruptedException ex) {
			log.debug("Thread {} ends", this.thread, ex);
		}
	}

	private boolean succeeds(Round round, Stop stop) throws InterruptedException {
		try {
			round.go(stop);
			this.said = "";
			return true;
		}
		catch (IOException | TimeoutException | RuntimeException | Error ex) {
			say(ex);
			return false;
		}
	}

	private void say(Throwable failure) {
		if (isTrouble(failure)) {
			String words = words(failure);
			log.atLevel(words.equals(this.said) ? Level.DEBUG : Level.WARN).log("{} waits: {}", this.what, words);
			this.said = words;
		}
		else {
			log.error("{} waits after an unexpected failure", this.what, failure);
		}
	}

	/** The broker's client often has the reason in the cause alone. */
	private static String words(Throwable failure) {
		Throwable cause = failure.getCause();
		if (failure.getMessage() != null) {
			return failure.getMessage();
		}
		return (cause != null) ? words(cause) : failure.toString();
	}

	private boolean isTrouble(Throwable failure) {
		return failure instanceof IOException || failure instanceof TimeoutException || OwnTrouble.is(failure)
				|| this.trouble.stream().anyMatch((type) -> type.isInstance(failure));
	}

}
