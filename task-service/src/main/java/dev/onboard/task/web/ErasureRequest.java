package dev.onboard.task.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * Why a person is erased.
 *
 * @param reason of any script, 1 to 500 characters; is kept
 */
record ErasureRequest(@NotNull(message = "is missing; say why, without naming the person") @Pattern(
		regexp = DecisionRequest.TEXT,
		message = "must have 1 to 500 characters of any script, and no line breaks or control characters") String reason) {
}
