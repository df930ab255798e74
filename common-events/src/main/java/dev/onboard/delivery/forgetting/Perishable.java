package dev.onboard.delivery.forgetting;

import java.time.Duration;

/** Words about people that are kept for a while only. */
@FunctionalInterface
public interface Perishable {

	/**
	 * Forgets what has been over for longer than {@code age} on the database's clock, and
	 * nothing of people who still wait for something. To be called in a transaction, by
	 * any number of replicas at once: each leaves what another has in hand.
	 * @return how many were found, at most {@code limit}; fewer when no more are left
	 */
	int forget(Duration age, int limit);

}
