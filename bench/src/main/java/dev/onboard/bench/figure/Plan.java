package dev.onboard.bench.figure;

import java.time.Duration;

/**
 * How long is measured.
 *
 * @param rounds of one block of each side
 * @param warmUp how long programs have been under load, at least, before the first round
 * @param lead at the beginning of each block, which does not count
 * @param length of what counts
 */
public record Plan(int rounds, Duration warmUp, Duration lead, Duration length) {

	private static final Duration HASTY = Duration.ofMinutes(1);

	/** The same with a minute of warm-up at most. */
	public Plan hasty() {
		return (this.warmUp.compareTo(HASTY) <= 0) ? this : new Plan(this.rounds, HASTY, this.lead, this.length);
	}

	/** For one block that is only to warm up. */
	Plan warmingUp(Duration time) {
		return new Plan(1, this.warmUp, this.lead, time);
	}

	/** The same where a block of its length would be too short. */
	Plan atLeast(Duration least) {
		return (this.length.compareTo(least) >= 0) ? this : new Plan(this.rounds, this.warmUp, this.lead, least);
	}

	/** How long a block is under load. */
	Duration whole() {
		return this.lead.plus(this.length);
	}

}
