package dev.onboard.web;

import java.util.Optional;
import java.util.UUID;

import dev.onboard.delivery.ledger.Step;

/** What was announced about a person, where it can be brought up to date later. */
@FunctionalInterface
public interface Announcement {

	/** Once said, nothing can be changed. */
	Announcement SAID_ONCE = (person, version) -> Optional.empty();

	/**
	 * The quiet step that brings it up to date; empty where there is nothing yet, or
	 * nothing that was announced before {@code version}. Its only effect may be carried
	 * out once per version.
	 * @param version of the person's {@link Progress}
	 */
	Optional<Step> refresh(UUID person, int version);

}
