package dev.onboard.delivery.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets those who write to the outbox wake the relay. Calls before a wait are remembered
 * as one.
 */
public final class WakeUp {

	private final Semaphore calls = new Semaphore(0);

	public void call() {
		this.calls.release();
	}

	void await(Duration limit) {
		try {
			if (this.calls.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS)) {
				this.calls.drainPermits();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
