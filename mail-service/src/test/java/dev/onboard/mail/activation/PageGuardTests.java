package dev.onboard.mail.activation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class PageGuardTests {

	private final PageGuard guard = guard(2, 1);

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@Test
	void turnsAwayWhoComesTooOftenAndSaysWhenToComeAgain() throws IOException {
		visit("GET");
		visit("HEAD");
		assertThat(visit("GET")).isFalse();
		assertThat(this.response.getStatus()).isEqualTo(429);
		assertThat(Integer.parseInt(String.valueOf(this.response.getHeader("Retry-After")))).isBetween(25, 31);
		assertThat(this.response.getContentType()).isEqualTo("text/html;charset=UTF-8");
		assertThat(this.response.getContentAsString(StandardCharsets.UTF_8)).contains("Слишком много запросов");
		assertThat(this.response.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
	}

	@ParameterizedTest
	@ValueSource(strings = { "POST", "PUT", "OPTIONS" })
	void countsWhateverIsNotLookingAsPosting(String method) throws IOException {
		assertThat(visit(method)).isTrue();
		assertThat(visit("POST")).isFalse();
		assertThat(visit("GET")).isTrue();
	}

	/** In front of us there may be no proxy that would overwrite the header. */
	@Test
	void doesNotBelieveWhereSomebodySaysToComeFrom() throws IOException {
		visit("GET");
		visit("GET");
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/activate/x");
		request.addHeader("X-Forwarded-For", "192.0.2.99");
		assertThat(this.guard.preHandle(request, this.response, this)).isFalse();
	}

	@Test
	void allowsTheOneStyleAndNothingElse() throws IOException {
		visit("GET");
		assertThat(this.response.getHeader("Content-Security-Policy"))
			.startsWith("default-src 'none'; style-src 'sha256-")
			.endsWith("; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
	}

	private boolean visit(String method) throws IOException {
		MockHttpServletRequest request = new MockHttpServletRequest(method, "/activate/x");
		request.addHeader("Accept-Language", "ru");
		return this.guard.preHandle(request, this.response, this);
	}

	private static PageGuard guard(int gets, int posts) {
		Texts texts = new Texts(Settings.MAIL);
		ActivationSettings settings = Settings.with(new ActivationSettings.PerMinute(gets, posts));
		return new PageGuard(new Visitors(settings), new Pages(texts, settings), texts);
	}

}
