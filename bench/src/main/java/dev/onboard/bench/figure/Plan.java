package dev.onboard.bench.figure;

import java.time.Duration;

/**
 * How long is measured.
 *
 * @param rounds of one block of each side
 * @param warmUp of each side before the first round: programs are slow until they are
 * compiled
 * @param lead at the beginning of each block, which does not count
 * @param length of what counts
 */
public record Plan(int rounds, Duration warmUp, Duration lead, Duration length) {

	/** For one block that is only to warm up. */
	Plan warmingUp() {
		return new Plan(1, this.warmUp, this.lead, this.warmUp);
	}

}
