package dev.onboard.task.messaging;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.onboard.delivery.OwnTrouble;
import dev.onboard.events.PeopleChanged;
import dev.onboard.task.live.Changes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.util.backoff.BackOffExecution;

/**
 * Tells every replica, this one too, what was changed here: from a thread of its own, so
 * that a broker that is away or takes nothing keeps nobody waiting. What could not be
 * told, or may not have been when the last one here was killed, is made up for once it
 * can: anybody may have changed.
 */
@Component
class LiveTelling implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(LiveTelling.class);

	/** Fanout: every replica hears it. */
	static final String EXCHANGE = "onboarding.live";

	/** What changes meanwhile goes into one message. */
	private static final Duration PAUSE = Duration.ofMillis(100);

	private static final Duration LONGEST_CONFIRM = Duration.ofSeconds(5);

	private static final Duration LONGEST_STOP = Duration.ofSeconds(2);

	private final Changes changes;

	private final Asides asides;

	private @Nullable Thread teller;

	LiveTelling(Changes changes, Asides asides) {
		this.changes = changes;
		this.asides = asides;
	}

	private void run() {
		try {
			BackOffExecution backOff = OwnTrouble.SHORT_BACK_OFF.start();
			while (true) {
				if (tell()) {
					backOff = OwnTrouble.SHORT_BACK_OFF.start();
					Thread.sleep(PAUSE.toMillis());
				}
				else {
					Thread.sleep(backOff.nextBackOff());
				}
			}
		}
		catch (InterruptedException ex) {
			tellTheLast();
		}
	}

	private boolean tell() throws InterruptedException {
		PeopleChanged news = this.changes.take();
		boolean told = false;
		try {
			told = told(news);
			return told;
		}
		finally {
			if (!told) {
				this.changes.rememberAnybody();
			}
		}
	}

	/** The service stops. */
	private void tellTheLast() {
		try {
			if (!this.changes.isEmpty()) {
				told(this.changes.take());
			}
		}
		catch (InterruptedException ex) {
			log.debug("Open pages are not told any more");
		}
	}

	private boolean told(PeopleChanged news) throws InterruptedException {
		try {
			return this.asides.say(EXCHANGE, "", news, (properties) -> {
			}).getFuture().get(LONGEST_CONFIRM.toMillis(), TimeUnit.MILLISECONDS).ack();
		}
		catch (RuntimeException | ExecutionException | TimeoutException ex) {
			log.debug("Open pages are told later", ex);
			return false;
		}
	}

	@Override
	public synchronized void start() {
		this.changes.rememberAnybody();
		this.teller = new Thread(this::run, "live-tell");
		this.teller.start();
	}

	@Override
	public synchronized void stop() {
		if (this.teller == null) {
			return;
		}
		this.teller.interrupt();
		try {
			this.teller.join(LONGEST_STOP.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.teller = null;
	}

	@Override
	public synchronized boolean isRunning() {
		return this.teller != null;
	}

	/** After all that changes people has stopped: what they did last is told, too. */
	@Override
	public int getPhase() {
		return 0;
	}

}
