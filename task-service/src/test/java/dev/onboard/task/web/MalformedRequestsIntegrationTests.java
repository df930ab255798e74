package dev.onboard.task.web;

import java.util.List;

import dev.onboard.task.Api;
import dev.onboard.task.TaskServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What no decent client sends, and what Spring therefore may never see. */
@TaskServiceTest
@ExtendWith(OutputCaptureExtension.class)
class MalformedRequestsIntegrationTests {

	private static final String REST = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
			+ Api.ADMIN_TOKEN + "\r\n";

	private final Api api;

	MalformedRequestsIntegrationTests(@Autowired Api api) {
		this.api = api;
	}

	@ParameterizedTest
	@ValueSource(strings = { "/users/%", "/users/%zz", "/users/%2f", "/users/%5c", "/users/{id}", "/users\\",
			"/users?a=<b>", "/users?search=%", "/users?search=%zz", "/users?%=1", "/../users", "users", "/users/%FF" })
	void refusesUrlsThatAreNone(String url) {
		assertThat(this.api.sendRaw("GET " + url + REST + "\r\n").problem(400).get("detail").stringValue())
			.contains("URL");
	}

	@ParameterizedTest
	@MethodSource
	void refusesRequestsThatAreNotHttp(int status, String request) {
		this.api.sendRaw(request).problem(status);
	}

	static List<Arguments> refusesRequestsThatAreNotHttp() {
		return List.of(arguments(400, "nonsense\r\n\r\n"), arguments(400, "GE(T /users" + REST + "\r\n"),
				arguments(400, "GET /users HTTP/1.1\r\nConnection: close\r\n\r\n"),
				arguments(400, "GET /users" + REST + "no colon\r\n\r\n"),
				arguments(400, "GET /users" + REST + "Host: other\r\n\r\n"),
				arguments(400, "GET /users" + REST + "Long: " + "x".repeat(20_000) + "\r\n\r\n"),
				arguments(400, "GET /users/" + "x".repeat(20_000) + REST + "\r\n"),
				arguments(400, "POST /users" + REST + "Content-Length: many\r\n\r\n"),
				arguments(501, "POST /users" + REST + "Transfer-Encoding: nonsense\r\n\r\n"),
				arguments(505, "GET /users HTTP/3.1\r\nHost: localhost\r\n\r\n"),
				arguments(405, "TRACE /users" + REST + "\r\n"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Content-Length: 100\r\n\r\n{\"login\":", "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}" })
	void refusesABodyThatBreaksOffAndMakesNoFuss(String body, CapturedOutput log) {
		String request = "POST /users" + REST + "Content-Type: application/json\r\n" + body;
		assertThat(this.api.sendRaw(request).problem(400).get("detail").stringValue()).contains("broke off");
		assertThat(log).doesNotContain("ERROR");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "two words", "ключ", "tab\tin" })
	void refusesAKeyThatIsNone(String key) {
		String request = "POST /users" + REST + "Content-Type: application/json\r\nIdempotency-Key: " + key
				+ "\r\nContent-Length: 2\r\n\r\n{}";
		assertThat(this.api.sendRaw(request).problem(400).at("/errors/0/field").stringValue())
			.isEqualTo("Idempotency-Key");
	}

	@Test
	void refusesAKeyOf201Characters() {
		String problem = this.api.post("{}", "Idempotency-Key", "x".repeat(201))
			.problem(400)
			.get("detail")
			.stringValue();
		assertThat(problem).isEqualTo("Idempotency-Key must have 1 to 200 visible ASCII characters");
	}

}
