package dev.onboard.task.activation;

import dev.onboard.events.ActivationReport;

/** What became of the link by which a person chooses their password. */
public enum ActivationState {

	/** It was mailed to the person. */
	SENT,
	/** It could not be mailed. */
	FAILED,
	/** Somebody was given it to hand it over. */
	ISSUED,
	/** The person has chosen a password with it; final for this link. */
	USED,
	/** It was withdrawn. */
	REVOKED,
	/** It was not used in time. Derived when a page is read, never stored. */
	EXPIRED;

	static ActivationState after(ActivationReport.State reported) {
		return valueOf(reported.name());
	}

	/** Whether the link works as long as it has not expired. */
	boolean opens() {
		return this == SENT || this == ISSUED;
	}

}
