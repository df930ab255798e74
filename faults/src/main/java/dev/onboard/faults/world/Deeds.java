package dev.onboard.faults.world;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What was done to the system in one cell, and what it may repeat for that. Thread-safe.
 */
public final class Deeds {

	private final Map<String, Integer> done = new TreeMap<>();

	private final Set<String> inHand = new HashSet<>();

	private int strikes;

	private int idle;

	private int allowed;

	/** Counts something for the report, as in {@code did("kills")}. */
	public void did(String what) {
		did(what, 1);
	}

	/** As the other one, so many times, which may be none. */
	public synchronized void did(String what, int times) {
		if (times > 0) {
			this.done.merge(what, times, Integer::sum);
		}
	}

	/** What was done how often. */
	public synchronized Map<String, Integer> done() {
		return new TreeMap<>(this.done);
	}

	/**
	 * Counts something that is worth little while nobody is under way.
	 * @param hit whether somebody was
	 */
	synchronized void struck(String what, boolean hit) {
		this.strikes++;
		this.idle += hit ? 0 : 1;
		did(what);
	}

	/** Whether most strikes found nobody under way, in words; empty if not. */
	public synchronized List<String> idleStrikes() {
		return (2 * this.idle <= this.strikes) ? List.of()
				: List.of("nobody was under way at %d of %d kills".formatted(this.idle, this.strikes));
	}

	/** So many welcome mails and webhook posts more may be repeated. */
	public synchronized void allowRepeats(int more) {
		this.allowed += more;
	}

	/** Each of these leases may be repeated once, however often it was struck. */
	synchronized void allowRepeats(Collection<String> leases) {
		this.inHand.addAll(leases);
	}

	/** The most repeats that the promise allows. */
	public synchronized int bound() {
		return this.allowed + this.inHand.size();
	}

}
