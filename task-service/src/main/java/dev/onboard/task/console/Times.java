package dev.onboard.task.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.springframework.stereotype.Component;

/** Times in words, for templates. */
@Component("times")
public class Times {

	private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss 'UTC'", Locale.UK)
		.withZone(ZoneOffset.UTC);

	private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.UK)
		.withZone(ZoneOffset.UTC);

	private final Clock clock;

	Times(Clock clock) {
		this.clock = clock;
	}

	/** Such as {@code 28 Nov 2026, 14:05:07 UTC}. */
	public String utc(Instant at) {
		return UTC.format(at);
	}

	/** Such as {@code 14:05 UTC}. */
	public String clock(Instant at) {
		return CLOCK.format(at);
	}

	/** Such as {@code in 42 s}, {@code just now} or {@code 3 min ago}. */
	public String distance(Instant at) {
		Duration until = Duration.between(this.clock.instant(), at);
		String amount = inWords(until.abs().toSeconds());
		if (!until.isNegative()) {
			return "in " + amount;
		}
		return (until.toSeconds() > -5) ? "just now" : amount + " ago";
	}

	/** As {@code console.js} says it. */
	private static String inWords(long seconds) {
		if (seconds < 60) {
			return seconds + " s";
		}
		if (seconds < 3600) {
			return seconds / 60 + " min";
		}
		return (seconds < 172_800) ? seconds / 3600 + " h" : seconds / 86_400 + " days";
	}

}
