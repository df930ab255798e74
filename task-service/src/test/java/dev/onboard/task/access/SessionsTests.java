package dev.onboard.task.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import dev.onboard.task.TaskSettings;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.ResponseCookie;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

class SessionsTests {

	private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

	private static final UUID TOKEN = UUID.fromString("6a2f41a3-c54c-fce8-32d2-0324e1c32e22");

	private final String cookie = sessions("0123456789-0123456789-0123456789", NOW).begin(TOKEN, false).getValue();

	@Test
	void lastsTwelveHours() {
		assertThat(of(this.cookie, NOW.plus(Duration.ofHours(12)).minusSeconds(1))).contains(TOKEN);
		assertThat(of(this.cookie, NOW.plus(Duration.ofHours(12)))).isEmpty();
	}

	@Test
	void isRenewedOnceHalfOfItsTimeIsOver() {
		Instant half = NOW.plus(Duration.ofHours(6));
		assertThat(renewed(this.cookie, half)).isEmpty();
		String later = renewed(this.cookie, half.plusSeconds(1)).orElseThrow();
		assertThat(of(later, half.plus(Duration.ofHours(12)))).contains(TOKEN);
		assertThat(renewed(this.cookie, NOW.plus(Duration.ofHours(12)))).as("one that has ended").isEmpty();
	}

	@Test
	void isOfAnotherReplicaWithTheSameKeyOnly() {
		assertThat(sessions("another-key-another-key-another-key", NOW).of(request(this.cookie))).isEmpty();
		assertThat(sessions("0123456789-0123456789-0123456789", NOW).of(request(this.cookie))).contains(TOKEN);
	}

	@Test
	void isForTlsWhereItBeganWithTls() {
		Sessions sessions = sessions("0123456789-0123456789-0123456789", NOW);
		assertThat(sessions.begin(TOKEN, true).toString()).contains("; Secure");
		assertThat(sessions.begin(TOKEN, false).toString()).doesNotContain("Secure");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ".", "..", "x", "6a2f41a3-c54c-fce8-32d2-0324e1c32e22.9999999999.",
			"6a2f41a3-c54c-fce8-32d2-0324e1c32e22.9999999999.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
			"------------------------------------.9999999999.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" })
	void takesNothingElse(String value) {
		assertThat(of(value, NOW)).isEmpty();
	}

	@Test
	void takesNoOtherTokenAndNoOtherEnd() {
		assertThat(of(this.cookie.replace('6', '7'), NOW)).isEmpty();
		assertThat(of(this.cookie.replaceFirst("\\.\\d+\\.", ".9999999999."), NOW)).isEmpty();
		assertThat(of(this.cookie, NOW)).contains(TOKEN);
	}

	private static Optional<UUID> of(String cookie, Instant now) {
		return sessions("0123456789-0123456789-0123456789", now).of(request(cookie));
	}

	private static Optional<String> renewed(String cookie, Instant now) {
		return sessions("0123456789-0123456789-0123456789", now).renewed(request(cookie)).map(ResponseCookie::getValue);
	}

	private static MockHttpServletRequest request(String cookie) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setCookies(new Cookie(Sessions.COOKIE, cookie));
		return request;
	}

	private static Sessions sessions(String key, Instant now) {
		TaskSettings settings = new TaskSettings("example.com", Duration.ofDays(7), Map.of(), List.of("en"), "en",
				new TaskSettings.Alert(""),
				new TaskSettings.Activation(key, "http://127.0.0.1:8081", Duration.ofDays(7)));
		return new Sessions(settings, Clock.fixed(now, ZoneOffset.UTC));
	}

}
