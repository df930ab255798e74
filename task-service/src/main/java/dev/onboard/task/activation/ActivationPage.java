package dev.onboard.task.activation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What became of the last link by which a person chooses their password.
 *
 * @param detail in words
 * @param at when that was
 * @param expiresAt when the link stops working, null where there is none
 */
public record ActivationPage(ActivationState state, String detail, Instant at, @Nullable Instant expiresAt) {

	ActivationPage asOf(Instant now) {
		boolean expired = this.state.opens() && this.expiresAt != null && !now.isBefore(this.expiresAt);
		return expired ? new ActivationPage(ActivationState.EXPIRED, this.detail, this.at, this.expiresAt) : this;
	}

}
