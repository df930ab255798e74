package dev.onboard.delivery.forgetting;

import java.util.UUID;

/** Rows in which something about people stands. */
@FunctionalInterface
public interface PersonalData {

	/**
	 * Forgets all about a person but what a late repeat has to find, within the caller's
	 * transaction. A repeat is harmless.
	 */
	void forget(UUID person);

}
