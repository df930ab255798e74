package dev.onboard.delivery.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.onboard.events.Attempt;
import org.jspecify.annotations.Nullable;

/**
 * When a failed attempt is followed by another.
 *
 * @param delays after the first, second, … attempt; the last one repeats
 * @param maxAttempts how many attempts a generation has altogether
 */
record RetrySchedule(List<Duration> delays, int maxAttempts) {

	/**
	 * How long to wait after {@code failed}, empty when no attempt is left. Where there
	 * was no answer in time the target may still be at work, so the next delay is taken.
	 */
	Optional<Duration> delayAfter(Attempt failed, Outcome outcome) {
		if (failed.number() >= this.maxAttempts) {
			return Optional.empty();
		}
		Duration asked = asked(outcome);
		int delay = failed.number() + ((outcome instanceof Outcome.Ambiguous trouble && trouble.late()) ? 1 : 0);
		return Optional.of((asked != null) ? asked : this.delays.get(Math.min(delay, this.delays.size()) - 1));
	}

	private static @Nullable Duration asked(Outcome outcome) {
		if (outcome instanceof Outcome.Transient trouble) {
			return trouble.after();
		}
		return (outcome instanceof Outcome.Ambiguous trouble) ? trouble.after() : null;
	}

}
