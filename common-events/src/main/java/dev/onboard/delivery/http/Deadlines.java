package dev.onboard.delivery.http;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Ends what lasts too long, on a thread that all share. What ends it must not wait.
 * Thread-safe.
 */
public final class Deadlines {

	private static final ScheduledThreadPoolExecutor THREAD = thread();

	private Deadlines() {
	}

	private static ScheduledThreadPoolExecutor thread() {
		ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, (task) -> {
			Thread deadlines = new Thread(task, "deadlines");
			deadlines.setDaemon(true);
			return deadlines;
		});
		thread.setRemoveOnCancelPolicy(true);
		return thread;
	}

	/**
	 * Calls {@code end} after so long, unless that is cancelled before.
	 */
	public static Future<?> in(Duration limit, Runnable end) {
		return THREAD.schedule(end, limit.toNanos(), TimeUnit.NANOSECONDS);
	}

}
