package dev.onboard.sandbox.memory;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/**
 * The newest values of a kind, in the order in which they came. Beyond its capacity it
 * forgets the oldest. Safe for use by many threads.
 *
 * @param <T> what is kept
 */
public final class Newest<T> {

	private final int capacity;

	private final Deque<T> values = new ArrayDeque<>();

	private final Clock clock;

	public Newest(int capacity, Clock clock) {
		this.capacity = capacity;
		this.clock = clock;
	}

	/**
	 * Adds what is made of this moment, so that times and order agree whoever adds.
	 */
	public synchronized void add(Function<Instant, T> value) {
		if (this.values.size() == this.capacity) {
			this.values.removeFirst();
		}
		this.values.addLast(value.apply(this.clock.instant().truncatedTo(ChronoUnit.MILLIS)));
	}

	/**
	 * A copy: what comes later does not change it.
	 */
	public synchronized List<T> oldestFirst() {
		return List.copyOf(this.values);
	}

	public synchronized void clear() {
		this.values.clear();
	}

}
