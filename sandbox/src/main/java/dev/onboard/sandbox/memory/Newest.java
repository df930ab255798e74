package dev.onboard.sandbox.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The newest values of a kind, in the order in which they came. Beyond its capacity it
 * forgets the oldest. Safe for use by many threads.
 *
 * @param <T> what is kept
 */
public final class Newest<T> {

	private final int capacity;

	private final Deque<T> values = new ArrayDeque<>();

	public Newest(int capacity) {
		this.capacity = capacity;
	}

	public synchronized void add(T value) {
		if (this.values.size() == this.capacity) {
			this.values.removeFirst();
		}
		this.values.addLast(value);
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
