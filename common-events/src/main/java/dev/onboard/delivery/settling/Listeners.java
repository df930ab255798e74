package dev.onboard.delivery.settling;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

import dev.onboard.delivery.OwnTrouble;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.rabbit.listener.RabbitListenerEndpointRegistry;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.backoff.BackOffExecution;

/**
 * Stops all listeners of this process while its database is away and starts them again by
 * itself, with growing pauses between the tries. Messages in hand go back to the broker.
 */
class Listeners implements ApplicationListener<ContextClosedEvent> {

	private static final Logger log = LoggerFactory.getLogger(Listeners.class);

	private final RabbitListenerEndpointRegistry registry;

	private final JdbcClient jdbc;

	private final CountDownLatch stopping = new CountDownLatch(1);

	private final AtomicReference<@Nullable String> reason = new AtomicReference<>();

	Listeners(RabbitListenerEndpointRegistry registry, JdbcClient jdbc) {
		this.registry = registry;
		this.jdbc = jdbc;
	}

	/** Returns at once; harmless while paused. */
	void pause(Throwable cause) {
		if (this.reason.compareAndSet(null, String.valueOf(cause.getMessage()))) {
			log.warn("Listeners pause, our database fails: {}", cause.getMessage());
			new Thread(this::stopAndResume, "listeners-pause").start();
		}
	}

	/** Why the listeners are paused, null while they are not. */
	@Nullable String pausedBecause() {
		return this.reason.get();
	}

	private void stopAndResume() {
		this.registry.stop();
		BackOffExecution backOff = OwnTrouble.BACK_OFF.start();
		do {
			OwnTrouble.pause(backOff, this.stopping);
		}
		while (this.stopping.getCount() > 0 && !databaseAnswers());
		this.reason.set(null);
		if (this.stopping.getCount() > 0) {
			log.info("Listeners resume, our database answers");
			this.registry.start();
		}
	}

	private boolean databaseAnswers() {
		try {
			this.jdbc.sql("select 1").query(Integer.class).single();
			return true;
		}
		catch (DataAccessException ex) {
			log.warn("Our database still fails: {}", ex.getMessage());
			return false;
		}
	}

	@Override
	public void onApplicationEvent(ContextClosedEvent closing) {
		this.stopping.countDown();
	}

}
