package dev.onboard.delivery.http;

import java.time.Duration;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What a target answered.
 *
 * @param safe whether what was asked changes nothing (GET, HEAD)
 * @param body its first 1 MiB
 * @param cut whether there was more of it
 * @param retryAfter what the target asked us to wait, null if it did not
 */
public record Answer(boolean safe, int status, String body, boolean cut, @Nullable Duration retryAfter) {

	/**
	 * The target's own word for it in brackets, such as {@code (no_service)}; nothing if
	 * the body is more than a word or two, for it might hold anything, but whether it was
	 * cut.
	 */
	public String reason() {
		if (this.cut) {
			return " (more than 1 MiB)";
		}
		String line = this.body.strip().toLowerCase(Locale.ROOT);
		return line.matches("[a-z_ .]{1,80}") ? " (" + line + ")" : "";
	}

}
