package dev.onboard.task.activation;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A link by which a person chooses their password. Whoever has it can, so it is shown
 * once, to whoever asked for it, and never kept.
 *
 * @param issue which one of the person's links it is
 */
public record ActivationLink(String link, Instant expiresAt, @JsonIgnore int issue) {

	/** The link is a secret. */
	@Override
	public String toString() {
		return "ActivationLink[expiresAt=" + this.expiresAt + "]";
	}

}
