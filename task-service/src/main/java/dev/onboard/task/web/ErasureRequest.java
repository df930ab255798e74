package dev.onboard.task.web;

import dev.onboard.task.Reason;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * Why a person is erased.
 *
 * @param reason of any script, 1 to 500 characters; is kept
 */
record ErasureRequest(@NotNull(message = "is missing; say why, without naming the person") @Pattern(
		regexp = Reason.TEXT, message = Reason.RULE) String reason) {
}
