package dev.onboard.bench.figure;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

import dev.onboard.bench.outside.Effects;
import dev.onboard.bench.outside.Effects.Kind;
import dev.onboard.bench.world.Victim;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A kill -9 while people are on the way.
 *
 * @param nanos when
 * @param mailed who had the welcome mail by then, and could come through without the
 * mail-service
 * @param inHand how many mails may be sent once more
 */
record Kill(long nanos, Set<String> mailed, long inHand) {

	/**
	 * Several times as many as are on the way: what had come up cannot be all of them.
	 */
	private static final int IN_A_ROW = 3 * Pipeline.ON_THE_WAY;

	private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(2);

	/**
	 * Starts it again at once, as the restart policy of a container would; returns when
	 * it is ready.
	 */
	static Kill of(Victim victim, Effects effects) {
		long nanos = System.nanoTime();
		victim.kill().run();
		Kill kill = new Kill(nanos, effects.logins(Kind.MAIL), victim.inHand().getAsLong());
		victim.start().run();
		return kill;
	}

	/**
	 * Waits until people come through at a rate again, or for long.
	 * @param through when each of them came through, in nanoseconds; still growing
	 */
	Recovery awaitRecovery(Map<String, Long> through, double perSecond) {
		try {
			return Awaitility.await()
				.atMost(LONGEST_RECOVERY)
				.until(() -> recovery(through, perSecond), (it) -> it.steady().isPresent());
		}
		catch (ConditionTimeoutException ex) {
			return recovery(through, perSecond);
		}
	}

	private Recovery recovery(Map<String, Long> through, double perSecond) {
		return Recovery.of(through.entrySet()
			.stream()
			.filter((it) -> !this.mailed.contains(it.getKey()))
			.map((it) -> (it.getValue() - this.nanos) / 1e9)
			.sorted()
			.toList(), IN_A_ROW, perSecond);
	}

}
