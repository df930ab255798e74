package dev.onboard.task.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * Who is to have a token.
 *
 * @param name by which it is told from others
 * @param role wire name of one
 */
record TokenRequest(@NotNull(message = "is missing; say who or what it is for") @Pattern(
		regexp = "(?!\\p{Z})[^\\p{C}\\p{Zl}\\p{Zp}]{1,100}(?<!\\p{Z})",
		message = "must have 1 to 100 characters of any script, no spaces around them, and no line breaks or control characters") String name,
		@NotNull(message = "is missing; it is viewer, operator or admin") @Schema(allowableValues = {
				"viewer", "operator", "admin" }) String role){
}
