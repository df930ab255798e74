package dev.onboard.faults.outside;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntConsumer;

import org.jspecify.annotations.Nullable;

/** One of the servers outside, as it is told to behave and as it counts. Thread-safe. */
public final class Target {

	private final AtomicInteger calls = new AtomicInteger();

	private final AtomicInteger failed = new AtomicInteger();

	private final AtomicInteger answersLost = new AtomicInteger();

	private final Map<Point, IntConsumer> next = new EnumMap<>(Point.class);

	private final Door door;

	private volatile Behaviour behaviour = Behaviour.well();

	/**
	 * @param host receives whoever comes through its door
	 */
	Target(Function<Target, Door.Host> host) {
		this.door = new Door(host.apply(this));
		this.door.open();
	}

	/** Of a call that adds something: a mailbox, a mail, an account, a post, a card. */
	public enum Point {

		/** Called, and nothing done yet. What met an action here is never done. */
		BEFORE_EFFECT,
		/** Done, and not answered yet. */
		AFTER_EFFECT

	}

	public void behave(Behaviour behaviour) {
		this.behaviour = behaviour;
		if (behaviour.listens()) {
			this.door.open();
		}
		else {
			this.door.shut();
		}
	}

	/** Once; the call waits until the action has returned. */
	public void onNext(Point point, Runnable action) {
		onNext(point, (port) -> action.run());
	}

	/**
	 * Once; the call waits until the action has returned.
	 * @param action gets the port that the call came from
	 */
	public void onNext(Point point, IntConsumer action) {
		synchronized (this.next) {
			this.next.put(point, action);
		}
	}

	public int port() {
		return this.door.port();
	}

	/** How often it was called, for whatever. */
	public int calls() {
		return this.calls.get();
	}

	/**
	 * How many calls were not done as they were asked, or changed nothing and were not
	 * answered.
	 */
	public int failed() {
		return this.failed.get();
	}

	/**
	 * How many calls took effect and did not get their answer, or not the whole of it.
	 */
	public int answersLost() {
		return this.answersLost.get();
	}

	Fate called(String person, boolean changes) {
		this.calls.incrementAndGet();
		return this.behaviour.fate(person, changes);
	}

	void countFailed() {
		this.failed.incrementAndGet();
	}

	void countAnswerLost() {
		this.answersLost.incrementAndGet();
	}

	/** Returns whether there was an action. */
	boolean meets(Point point, int port) {
		IntConsumer action = take(point);
		if (action != null) {
			action.accept(port);
		}
		return action != null;
	}

	private @Nullable IntConsumer take(Point point) {
		synchronized (this.next) {
			return this.next.remove(point);
		}
	}

	/** Returns early if it is told to behave otherwise. */
	void hold(Duration time) throws InterruptedException {
		Behaviour before = this.behaviour;
		long end = System.nanoTime() + time.toNanos();
		while (System.nanoTime() < end && this.behaviour == before) {
			Thread.sleep(Math.min(50, Duration.ofNanos(end - System.nanoTime()).toMillis() + 1));
		}
	}

	void close() {
		this.door.shut();
	}

}
