package dev.onboard.delivery;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.transaction.TransactionException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Trouble of our own, with our database or our broker: nobody's attempt is counted, the
 * work waits and goes on by itself.
 */
public final class OwnTrouble {

	/**
	 * Pauses of 0.5 to 10 seconds, without end, each longer than the one before by a
	 * tenth. So the last one before what was away is back is at most a tenth of the time
	 * that it was away, and half a second.
	 */
	public static final BackOff BACK_OFF = backOff(10_000);

	/**
	 * The same up to 1 second: for one thread that has to find out soon.
	 */
	public static final BackOff SHORT_BACK_OFF = backOff(1_000);

	private OwnTrouble() {
	}

	private static BackOff backOff(long longestMillis) {
		ExponentialBackOff backOff = new ExponentialBackOff(500, 1.1);
		backOff.setMaxInterval(longestMillis);
		return backOff;
	}

	/** Whether the database is to blame, not what it was asked, or how. */
	public static boolean is(Throwable failure) {
		return failure instanceof TransactionException
				|| (failure instanceof DataAccessException && !(failure instanceof DataIntegrityViolationException)
						&& !(failure instanceof IncorrectResultSizeDataAccessException)
						&& !(failure instanceof InvalidDataAccessApiUsageException));
	}

	/** Waits for the next pause of {@code backOff}, or until {@code stopping}. */
	public static void pause(BackOffExecution backOff, CountDownLatch stopping) {
		try {
			boolean stopped = stopping.await(backOff.nextBackOff(), TimeUnit.MILLISECONDS);
			if (stopped) {
				return;
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
