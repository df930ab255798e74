package dev.onboard.delivery.http;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RetryAfterTests {

	@ParameterizedTest
	@CsvSource({ "1,PT1S", "' 120 ',PT2M", "86399,PT23H59M59S", "86400,P1D", "999999999,P1D" })
	void secondsAreObeyedUpToADay(String header, Duration wait) {
		assertThat(RetryAfter.parse(header)).isEqualTo(wait);
	}

	@Test
	void aDateIsObeyed() {
		String header = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(10));
		assertThat(RetryAfter.parse(header)).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
	}

	@Test
	void aDateFarAwayIsADay() {
		assertThat(RetryAfter.parse("Thu, 31 Dec 2099 23:59:59 GMT")).isEqualTo(Duration.ofDays(1));
	}

	/** At once would be a hot loop. */
	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "0", "-1", "1.5", "soon", "9999999999", "Sun, 06 Nov 1994 08:49:37 GMT" })
	void whateverElseLeavesTheWaitToUs(@Nullable String header) {
		assertThat(RetryAfter.parse(header)).isNull();
	}

}
