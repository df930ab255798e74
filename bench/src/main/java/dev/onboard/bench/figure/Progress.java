package dev.onboard.bench.figure;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Waiting for what takes as long as it takes, unless it stands still. */
final class Progress {

	private static final Duration LONGEST_STANDSTILL = Duration.ofMinutes(3);

	private Progress() {
	}

	/**
	 * Returns when so many are counted, or none were for three minutes, or it is broken.
	 * Who is missing then is found when all are counted.
	 */
	static void await(LongSupplier count, long goal, BooleanSupplier broken) {
		long before = count.getAsLong();
		while (before < goal && !broken.getAsBoolean()) {
			long known = before;
			try {
				Awaitility.await()
					.atMost(LONGEST_STANDSTILL)
					.until(() -> count.getAsLong() > known || broken.getAsBoolean());
			}
			catch (ConditionTimeoutException ex) {
				return;
			}
			before = count.getAsLong();
		}
	}

}
