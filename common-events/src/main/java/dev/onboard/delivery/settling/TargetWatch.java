package dev.onboard.delivery.settling;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.rabbitmq.client.AMQP;
import dev.onboard.delivery.OwnTrouble;
import dev.onboard.delivery.circuit.Circuits;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.util.backoff.BackOffExecution;

/**
 * Holds the listeners of targets that are paused, sends one real message at a time to
 * find out whether the target works again, and keeps count of who waits. One thread for
 * each target.
 */
class TargetWatch implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(TargetWatch.class);

	/** What another replica has found is known here this late. */
	private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

	/** A shutdown waits so long for it. */
	private static final Duration LONGEST_PROBE = Duration.ofSeconds(40);

	/** Figures are taken with every so many looks. */
	private static final int LOOKS_PER_COUNT = 4;

	/** Messages that turn out not to need the target do not use up a probe. */
	private static final int MESSAGES_PER_PROBE = 20;

	private final List<TargetQueue> queues;

	private final Circuits circuits;

	private final Listeners listeners;

	private @Nullable CountDownLatch stopping;

	private List<Thread> threads = List.of();

	TargetWatch(List<TargetQueue> queues, Circuits circuits, Listeners listeners) {
		this.queues = queues;
		this.circuits = circuits;
		this.listeners = listeners;
	}

	private void run(TargetQueue queue, CountDownLatch stopping) {
		int looks = 0;
		BackOffExecution backOff = OwnTrouble.BACK_OFF.start();
		do {
			try {
				if (looks == 0) {
					this.circuits.begin(queue.target());
				}
				look(queue);
				if (looks++ % LOOKS_PER_COUNT == 0) {
					count(queue);
				}
				backOff = OwnTrouble.BACK_OFF.start();
			}
			catch (IOException | RuntimeException ex) {
				log.warn("Looking after {} waits: {}", queue.target().wireName(), ex.toString());
				OwnTrouble.pause(backOff, stopping);
			}
		}
		while (!stopped(stopping));
	}

	private void look(TargetQueue queue) throws IOException {
		if (this.circuits.look(queue.target())) {
			this.listeners.hold(queue.name());
			// A probe that finds nobody would be lost, and the next one far away.
			if (queue.figures().getMessageCount() > 0
					&& (this.circuits.probeIsOpen(queue.target()) || this.circuits.takeProbe(queue.target()))) {
				probe(queue);
			}
		}
		else {
			this.listeners.release(queue.name());
		}
	}

	private void count(TargetQueue queue) throws IOException {
		AMQP.Queue.DeclareOk figures = queue.figures();
		this.circuits.count(queue.target(), figures.getMessageCount(), figures.getConsumerCount());
	}

	private void probe(TargetQueue queue) throws IOException {
		for (int i = 0; i < MESSAGES_PER_PROBE && this.circuits.probeIsOpen(queue.target()); i++) {
			if (!queue.takeOne()) {
				return;
			}
		}
	}

	private static boolean stopped(CountDownLatch stopping) {
		try {
			return stopping.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return true;
		}
	}

	@Override
	public synchronized void start() {
		CountDownLatch stopping = new CountDownLatch(1);
		this.stopping = stopping;
		this.threads = this.queues.stream()
			.map((queue) -> new Thread(() -> run(queue, stopping), "target-" + queue.target().wireName()))
			.toList();
		this.threads.forEach(Thread::start);
	}

	/** Lets a probe finish that is under way. */
	@Override
	public synchronized void stop() {
		if (this.stopping == null) {
			return;
		}
		this.stopping.countDown();
		this.stopping = null;
		try {
			for (Thread thread : this.threads) {
				thread.join(LONGEST_PROBE.toMillis());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.stopping != null;
	}

}
