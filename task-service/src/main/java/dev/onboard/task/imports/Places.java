package dev.onboard.task.imports;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** For so many files at once; others wait for up to two seconds. Thread-safe. */
final class Places {

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

	private final Semaphore free;

	Places(int most) {
		this.free = new Semaphore(most);
	}

	/**
	 * Has a place while it works.
	 * @throws TooManyFilesException if none has become free
	 */
	<T> T taking(Supplier<T> work) {
		take();
		try {
			return work.get();
		}
		finally {
			this.free.release();
		}
	}

	private void take() {
		try {
			if (this.free.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
				return;
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		throw new TooManyFilesException();
	}

}
