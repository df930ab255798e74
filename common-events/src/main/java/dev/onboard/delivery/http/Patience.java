package dev.onboard.delivery.http;

import java.time.Duration;

/**
 * How long one effect goes on calling its target: it begins when this is made, and once
 * it is over no further call is begun. With the last call an effect takes 40 s at most,
 * and ends well before its lease does; and a process that stood still does not do what
 * another may have in hand by then.
 */
public final class Patience {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private final Duration limit;

	private final long start = System.nanoTime();

	/** Of half a minute, where the last call takes ten seconds at most. */
	public Patience() {
		this(LIMIT);
	}

	public Patience(Duration limit) {
		this.limit = limit;
	}

	public boolean isOver() {
		return System.nanoTime() - this.start >= this.limit.toNanos();
	}

}
