package dev.onboard.task.web;

import dev.onboard.task.Reason;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why something is decided by hand.
 *
 * @param reason of any script, 1 to 500 characters
 * @param confirm only with adopt and purge: the address that the person has now
 */
record DecisionRequest(@NotNull(message = "is missing; say why, for the person's history") @Pattern(
		regexp = Reason.TEXT, message = Reason.RULE) String reason, @Nullable String confirm) {

	/**
	 * The reason for what wants no confirmation.
	 * @throws InvalidRequestException if there is one
	 */
	String unconfirmed() {
		if (this.confirm != null) {
			throw InvalidRequestException.of("confirm", "belongs to adopt and purge only");
		}
		return this.reason;
	}

}
