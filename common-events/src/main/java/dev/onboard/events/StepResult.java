package dev.onboard.events;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** What became of a step, as its event says it. */
public enum StepResult {

	/** The person is in the system; final. */
	ADDED,
	/** There is nothing to do: the system is not configured, or somebody said so. */
	SKIPPED,
	/** It failed and is tried again by itself. */
	RETRYING,
	/** It failed and is not tried again by itself. */
	FAILED;

	/**
	 * As in routing keys and JSON: {@code added}, {@code skipped}, {@code retrying},
	 * {@code failed}.
	 */
	@JsonValue
	public String wireName() {
		return name().toLowerCase(Locale.ROOT);
	}

}
