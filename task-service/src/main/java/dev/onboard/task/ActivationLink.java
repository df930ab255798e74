package dev.onboard.task;

import java.time.Instant;

/**
 * A link by which a person chooses their password. Whoever has it can, so it is shown
 * once, to whoever asked for it, and never kept.
 */
public record ActivationLink(String link, Instant expiresAt) {

	/** The link is a secret. */
	@Override
	public String toString() {
		return "ActivationLink[expiresAt=" + this.expiresAt + "]";
	}

}
