package dev.onboard.sandbox.slack.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A moment as Slack writes it, <code>seconds.micros</code>. It is also a message's id.
 *
 * @param micros since 1970
 */
record Timestamp(long micros) {

	private static final Pattern FORMAT = Pattern.compile("(\\d{1,11})(?:\\.(\\d{1,6}))?");

	private static final int MILLION = 1_000_000;

	static Timestamp of(Instant instant) {
		return new Timestamp(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
	}

	static Optional<Timestamp> parse(String text) {
		Matcher matcher = FORMAT.matcher(text);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		String fraction = (matcher.group(2) != null) ? matcher.group(2) : "";
		return Optional.of(new Timestamp(
				Long.parseLong(matcher.group(1)) * MILLION + Long.parseLong((fraction + "000000").substring(0, 6))));
	}

	@Override
	public String toString() {
		return "%d.%06d".formatted(this.micros / MILLION, this.micros % MILLION);
	}

}
