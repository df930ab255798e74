package dev.onboard.task.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why something is decided by hand.
 *
 * @param reason of any script, 1 to 500 characters
 * @param confirm only where something is deleted: the address of the person
 */
record DecisionRequest(@NotNull(message = "is missing; say why, for the person's history") @Pattern(
		regexp = DecisionRequest.TEXT,
		message = "must have 1 to 500 characters of any script, and no line breaks or control characters") String reason,
		@Nullable String confirm) {

	/**
	 * Not blank; no control characters, line separators, lone surrogates or unassigned.
	 */
	static final String TEXT = "(?=.*[^\\p{Z}\\p{C}])[^\\p{Cc}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]{1,500}";

}
