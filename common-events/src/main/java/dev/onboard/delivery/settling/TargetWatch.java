package dev.onboard.delivery.settling;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.ShutdownSignalException;
import dev.onboard.delivery.OwnTrouble;
import dev.onboard.delivery.Rounds;
import dev.onboard.delivery.circuit.Circuits;

import org.springframework.amqp.AmqpException;
import org.springframework.context.SmartLifecycle;

/**
 * Holds the listeners of targets that are paused, sends one real message at a time to
 * find out whether the target works again, and keeps count of who waits. One thread for
 * each target.
 */
class TargetWatch implements SmartLifecycle {

	/** What another replica has found is known here this late. */
	private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

	/** A shutdown waits so long for it. */
	private static final Duration LONGEST_PROBE = Duration.ofSeconds(40);

	/** Figures are taken with every so many looks. */
	private static final int LOOKS_PER_COUNT = 4;

	/** Messages that turn out not to need the target do not use up a probe. */
	private static final int MESSAGES_PER_PROBE = 20;

	private final Circuits circuits;

	private final Listeners listeners;

	private final List<TargetQueue> queues;

	private List<Rounds> watches = List.of();

	TargetWatch(List<TargetQueue> queues, Circuits circuits, Listeners listeners) {
		this.circuits = circuits;
		this.listeners = listeners;
		this.queues = queues;
	}

	private Rounds watch(TargetQueue queue) {
		AtomicInteger looks = new AtomicInteger();
		return new Rounds("target-" + queue.target().wireName(), "Looking after " + queue.target().wireName(),
				OwnTrouble.BACK_OFF, Set.of(AmqpException.class, ShutdownSignalException.class), (stop) -> {
					if (looks.get() == 0) {
						this.circuits.begin(queue.target());
					}
					look(queue);
					if (looks.getAndIncrement() % LOOKS_PER_COUNT == 0) {
						count(queue);
					}
					stop.await(LOOK_AGAIN);
				});
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

	@Override
	public synchronized void start() {
		this.watches = this.queues.stream().map(this::watch).toList();
		this.watches.forEach(Rounds::start);
	}

	/** Lets a probe finish that is under way. */
	@Override
	public synchronized void stop() {
		this.watches.forEach(Rounds::ask);
		this.watches.forEach((watch) -> watch.stop(LONGEST_PROBE));
	}

	@Override
	public synchronized boolean isRunning() {
		return this.watches.stream().anyMatch(Rounds::isRunning);
	}

}
