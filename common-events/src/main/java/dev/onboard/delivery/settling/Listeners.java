package dev.onboard.delivery.settling;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import dev.onboard.delivery.OwnTrouble;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.core.MessageListenerContainer;
import org.springframework.amqp.rabbit.listener.RabbitListenerEndpointRegistry;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.util.backoff.BackOffExecution;

/**
 * Starts the listeners of this process, and nobody else does. Stops all of them while the
 * database fails and starts them again by itself, with growing pauses between the tries;
 * messages in hand go back to the broker. Holds single listeners as long as somebody
 * wants that; these finish what is in hand.
 */
class Listeners implements SmartLifecycle, ApplicationListener<ContextClosedEvent> {

	private static final Logger log = LoggerFactory.getLogger(Listeners.class);

	private final RabbitListenerEndpointRegistry registry;

	private final DatabaseProbe database;

	private final CountDownLatch stopping = new CountDownLatch(1);

	private final AtomicReference<@Nullable String> trouble = new AtomicReference<>();

	/** Queues whose listeners are held; true once they have stopped. */
	private final Map<String, Boolean> held = new ConcurrentHashMap<>();

	private final AtomicBoolean working = new AtomicBoolean();

	private volatile boolean running;

	Listeners(RabbitListenerEndpointRegistry registry, DatabaseProbe database) {
		this.registry = registry;
		this.database = database;
	}

	/**
	 * Returns at once. Trouble that is reported while the listeners start again stops
	 * them again: none of them may go on with a message that was left.
	 */
	void pause(Throwable cause) {
		this.trouble.set(String.valueOf(cause.getMessage()));
		if (this.working.compareAndSet(false, true)) {
			log.warn("Listeners pause, our database fails: {}", cause.getMessage());
			new Thread(this::stopAndResume, "listeners-pause").start();
		}
	}

	/** Takes nothing more from the queue until {@link #release}. Returns at once. */
	void hold(String queue) {
		if (this.held.putIfAbsent(queue, false) == null) {
			MessageListenerContainer listener = listener(queue);
			synchronized (listener) {
				listener.stop(() -> this.held.replace(queue, true));
			}
		}
	}

	/**
	 * Goes on with the queue, as soon as a hold that is under way has ended and our
	 * database works. To be called again and again, for it may not be the time yet.
	 */
	void release(String queue) {
		if (Boolean.FALSE.equals(this.held.get(queue))) {
			return;
		}
		this.held.remove(queue);
		if (this.running && !this.working.get()) {
			start(queue);
		}
	}

	boolean holds(String queue) {
		return this.held.containsKey(queue);
	}

	private MessageListenerContainer listener(String queue) {
		return Objects.requireNonNull(this.registry.getListenerContainer(queue), queue);
	}

	/** One at a time: a container that two threads start at once breaks. */
	private void start(String queue) {
		MessageListenerContainer listener = listener(queue);
		synchronized (listener) {
			if (this.stopping.getCount() > 0 && !holds(queue) && !listener.isRunning()) {
				listener.start();
			}
		}
	}

	/** Why the listeners are paused, null while they are not. */
	@Nullable String pausedBecause() {
		return this.working.get() ? Objects.requireNonNullElse(this.trouble.get(), "starting again") : null;
	}

	private void stopAndResume() {
		BackOffExecution backOff = OwnTrouble.BACK_OFF.start();
		while (this.stopping.getCount() > 0) {
			boolean stopped = succeeds(this.registry::stop);
			OwnTrouble.pause(backOff, this.stopping);
			if (stopped && this.stopping.getCount() > 0 && this.database.works() && resumes()) {
				log.info("Listeners resumed, our database works");
				return;
			}
		}
	}

	/** Returns whether all run, and no trouble came while they were starting. */
	private boolean resumes() {
		String before = this.trouble.getAndSet(null);
		boolean started = this.registry.getListenerContainerIds()
			.stream()
			.allMatch((queue) -> succeeds(() -> start(queue)) && (holds(queue) || listener(queue).isRunning()));
		if (started) {
			this.working.set(false);
			// Whoever reported trouble before that line saw a worker: take it over.
			return this.trouble.get() == null || !this.working.compareAndSet(false, true);
		}
		this.trouble.compareAndSet(null, before);
		return false;
	}

	private static boolean succeeds(Runnable action) {
		try {
			action.run();
			return true;
		}
		catch (RuntimeException ex) {
			log.warn("Listeners could not be stopped or started, trying again", ex);
			return false;
		}
	}

	@Override
	public void start() {
		this.registry.getListenerContainerIds().forEach(this::start);
		this.running = true;
	}

	/** The registry stops them. */
	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public void onApplicationEvent(ContextClosedEvent closing) {
		this.stopping.countDown();
	}

}
