package dev.onboard.delivery.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After} (RFC 9110): seconds, or a date. */
final class RetryAfter {

	private static final Duration LONGEST = Duration.ofDays(1);

	private RetryAfter() {
	}

	/** Null if there is none that asks for a wait; at most a day. */
	static @Nullable Duration parse(@Nullable String header) {
		Duration wait = (header != null) ? read(header.strip()) : null;
		if (wait == null || wait.compareTo(Duration.ZERO) <= 0) {
			return null;
		}
		return (wait.compareTo(LONGEST) < 0) ? wait : LONGEST;
	}

	private static @Nullable Duration read(String header) {
		if (header.matches("\\d{1,9}")) {
			return Duration.ofSeconds(Long.parseLong(header));
		}
		try {
			return Duration.between(Instant.now(),
					ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

}
