package dev.onboard.task.access;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import dev.onboard.task.Answer;
import dev.onboard.task.Api;
import dev.onboard.task.TaskServiceTest;
import dev.onboard.task.TaskSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@TaskServiceTest
@ExtendWith(OutputCaptureExtension.class)
class SignInIntegrationTests {

	private static final Map<String, String> FILE = Map.of("file", "login,firstName,lastName");

	private final Api api;

	private final Browser browser;

	SignInIntegrationTests(@Autowired Api api, @LocalServerPort int port) {
		this.api = api;
		this.browser = new Browser(port);
	}

	@Test
	void sendsABrowserToTheSignInAndBack() {
		HttpResponse<String> answer = this.browser.look("/users?state=READY&search=%25");
		assertThat(answer.statusCode()).isEqualTo(303);
		assertThat(location(answer)).isEqualTo("/sign-in?next=%2Fusers%3Fstate%3DREADY%26search%3D%2525");
		assertThat(this.browser.look(location(answer)).body()).contains("value=\"/users?state=READY&amp;search=%25\"",
				"<label for=\"token\">");
		answer = this.browser.signIn(Api.ADMIN_TOKEN, "/users?state=READY&search=%25");
		assertThat(answer.statusCode()).isEqualTo(303);
		assertThat(location(answer)).isEqualTo("/users?state=READY&search=%25");
		assertThat(this.browser.look(location(answer)).statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "http://localhost/console/people?state=READY, %2Fconsole%2Fpeople%3Fstate%3DREADY",
			"http://localhost//elsewhere.example/, %2F", "javascript:alert(1), %2F", "'a b', %2F", "'', %2F" })
	void tellsAScriptOfThePageToGoToTheSignInAndBackToThePage(String page, String next) {
		Answer answer = this.api.as(null).send("GET", "/users", "", "HX-Request", "true", "HX-Current-URL", page);
		answer.problem(401);
		assertThat(answer.header("hx-redirect")).isEqualTo("/sign-in?next=" + next);
	}

	@Test
	void keepsNothingOfTheTokenInTheCookie(CapturedOutput log) {
		String cookie = this.browser.signIn(Api.ADMIN_TOKEN, "/").headers().firstValue("set-cookie").orElseThrow();
		assertThat(cookie).startsWith(Sessions.COOKIE + "=").contains("; HttpOnly", "; SameSite=Lax", "; Path=/");
		assertThat(cookie + log).doesNotContain(Api.ADMIN_TOKEN, Secrets.hash(Api.ADMIN_TOKEN));
	}

	@Test
	void saysThatATokenIsNone() {
		HttpResponse<String> answer = this.browser.signIn("no token", "/users");
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("role=\"alert\"", "unknown, or it was revoked", "value=\"/users\"")
			.doesNotContain("no token");
		assertThat(this.browser.cookie(Sessions.COOKIE)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example",
			"javascript:alert(1)", "users", "", "/\r\nSet-Cookie: a=b", "/%", "/a b", "/{}" })
	void goesOnToNoOtherPlace(String next) {
		assertThat(location(this.browser.signIn(Api.ADMIN_TOKEN, next))).isEqualTo("/");
	}

	@Test
	void wantsTheTokenOfTheFormWithASessionOnly() {
		this.browser.signIn(Api.ADMIN_TOKEN, "/");
		String path = "/targets/nothing/resume";
		assertThat(this.browser.post(path, Map.of()).statusCode()).isEqualTo(403);
		assertThat(this.browser.post(path, Map.of("_csrf", UUID.randomUUID().toString())).statusCode()).isEqualTo(403);
		assertThat(this.browser.post(path, Map.of("_csrf", this.browser.formToken())).statusCode()).isEqualTo(404);
		this.api.send("POST", path, "").expect(404);
		this.api.send("POST", path, "", "Cookie", Sessions.COOKIE + "=" + this.browser.cookie(Sessions.COOKIE))
			.expect(404);
	}

	@Test
	void keepsTheFormsThatAreOpenGood() {
		this.browser.signIn(Api.ADMIN_TOKEN, "/");
		String open = this.browser.formToken();
		this.browser.look("/console/people");
		this.browser.look("/users");
		assertThat(this.browser.post("/targets/nothing/resume", Map.of("_csrf", open)).statusCode()).isEqualTo(404);
	}

	/** Else another site could sign somebody in as somebody else. */
	@Test
	void wantsTheTokenOfTheFormToSignIn() {
		assertThat(this.browser.post("/sign-in", Map.of("token", Api.ADMIN_TOKEN)).statusCode()).isEqualTo(403);
		assertThat(this.browser.post("/%73ign-in", Map.of("token", Api.ADMIN_TOKEN)).statusCode()).isEqualTo(403);
		assertThat(this.browser.cookie(Sessions.COOKIE)).isEmpty();
	}

	/**
	 * Cookies are shared by all ports of a host, so whoever listens at another one can
	 * set the token and fill in a form.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "same-site", "cross-site" })
	void takesNoFormOfAnotherPage(String site) {
		this.browser.signIn(Api.ADMIN_TOKEN, "/");
		Map<String, String> form = Map.of("_csrf", this.browser.formToken());
		assertThat(this.browser.post("/targets/nothing/resume", form, site).statusCode()).isEqualTo(403);
		assertThat(this.browser.post("/targets/nothing/resume", form, "none").statusCode()).isEqualTo(404);
	}

	@Test
	void mayDoInASessionWhatTheTokenMay() {
		this.browser.signIn(secret(this.api.newToken("viewer")), "/");
		assertThat(this.browser.look("/users").statusCode()).isEqualTo(200);
		assertThat(this.browser.look("/tokens").statusCode()).isEqualTo(403);
		assertThat(this.browser.post("/targets/nothing/resume", Map.of("_csrf", this.browser.formToken())).statusCode())
			.isEqualTo(403);
	}

	@Test
	void endsTheSessionsOfARevokedToken() {
		Answer made = this.api.newToken("operator");
		this.browser.signIn(secret(made), "/");
		assertThat(this.browser.look("/users").statusCode()).isEqualTo(200);
		this.api.send("DELETE", "/tokens/" + made.id(), "").expect(204);
		assertThat(location(this.browser.look("/users"))).isEqualTo("/sign-in?next=%2Fusers");
	}

	@Test
	void renewsTheSessionOfWhoeverWorks(@Autowired TaskSettings settings) {
		UUID token = this.api.newToken("operator").id();
		Clock before = Clock.offset(Clock.systemUTC(), Duration.ofHours(-7));
		String old = Sessions.COOKIE + "=" + new Sessions(settings, before).begin(token, false).getValue();
		assertThat(renewed("/console/people", old)).isTrue();
		assertThat(renewed("/users", old)).as("by no page").isFalse();
		assertThat(renewed("/console/people", old, "HX-Request", "true")).as("by an open page").isFalse();
		this.api.send("DELETE", "/tokens/" + token, "").expect(204);
		assertThat(renewed("/console/people", old)).as("of a revoked token").isFalse();
	}

	private boolean renewed(String path, String cookie, String... headers) {
		String[] all = Stream.concat(Stream.of("Cookie", cookie), Stream.of(headers)).toArray(String[]::new);
		Answer answer = this.api.as(null).send("GET", path, "", all);
		return answer.headers().getOrDefault("set-cookie", "").contains(Sessions.COOKIE + "=");
	}

	@Test
	void signsOut() {
		this.browser.signIn(Api.ADMIN_TOKEN, "/");
		assertThat(this.browser.post("/sign-out", Map.of()).statusCode()).isEqualTo(403);
		assertThat(location(this.browser.post("/sign-out", Map.of("_csrf", this.browser.formToken()))))
			.isEqualTo("/sign-in");
		assertThat(this.browser.cookie(Sessions.COOKIE)).isEmpty();
		assertThat(this.browser.look("/users").statusCode()).isEqualTo(303);
	}

	@Test
	void takesNoCookieThatItDidNotSign() {
		this.browser.signIn(Api.ADMIN_TOKEN, "/");
		String own = this.browser.cookie(Sessions.COOKIE);
		this.browser.keep(Sessions.COOKIE, own.replaceFirst("\\.\\d+\\.", ".9999999999."));
		assertThat(this.browser.look("/users").statusCode()).isEqualTo(303);
		this.browser.keep(Sessions.COOKIE, own);
		assertThat(this.browser.look("/users").statusCode()).isEqualTo(200);
	}

	/**
	 * Room for a form is made as soon as its length is known, and nobody has to sign in
	 * for that.
	 */
	@Test
	void readsNoLargeForm() {
		assertThat(this.browser.post("/sign-in", Map.of("token", "x".repeat(100_000))).statusCode()).isEqualTo(413);
	}

	@Test
	void readsNoFileOfAnybody() {
		this.browser.keep(Sessions.COOKIE, "of-no-use");
		assertThat(location(this.browser.upload("/console/imports", FILE)))
			.isEqualTo("/sign-in?next=%2Fconsole%2Fimports&lost");
		assertThat(this.browser.upload("/sign-in?token=" + Api.ADMIN_TOKEN, FILE).statusCode()).isEqualTo(403);
	}

	@Test
	void saysOnThePageThatAFileIsTooLarge() {
		this.browser.signIn(Api.ADMIN_TOKEN, "/");
		String token = this.browser.formToken();
		HttpResponse<String> answer = this.browser.upload("/console/imports",
				Map.of("_csrf", token, "file", "x".repeat(11 * 1024 * 1024)));
		assertThat(answer.statusCode()).isEqualTo(413);
		assertThat(answer.body()).contains("<html", "The file is too large");
	}

	@Test
	void leadsAFormThatWasOpenForTooLongToTheSignInAndBack() {
		String form = "/console/targets/slack/resume";
		HttpResponse<String> answer = this.browser.post(form, Map.of());
		assertThat(answer.statusCode()).isEqualTo(303);
		assertThat(location(answer)).isEqualTo("/sign-in?next=%2Fconsole%2Ftargets%2Fslack%2Fresume&lost");
		assertThat(this.browser.look(location(answer)).body()).contains("what you have just sent was not taken");
		assertThat(this.browser.look("/sign-in").body()).doesNotContain("was not taken");
		this.browser.signIn(Api.ADMIN_TOKEN, "/");
		assertThat(location(this.browser.look(form))).isEqualTo("/console/targets");
	}

	@Test
	void saysOnAPageThatSomethingIsNotAllowed() {
		this.browser.signIn(secret(this.api.newToken("viewer")), "/");
		String form = "/console/targets/slack/resume";
		for (Map<String, String> fields : List.of(Map.<String, String>of(),
				Map.of("_csrf", this.browser.formToken()))) {
			HttpResponse<String> answer = this.browser.post(form, fields);
			assertThat(answer.statusCode()).isEqualTo(403);
			assertThat(answer.body()).contains("<html", "That was not done",
					fields.isEmpty() ? "open for too long" : "viewer");
		}
	}

	private static String location(HttpResponse<String> answer) {
		return answer.headers().firstValue("location").orElse("");
	}

	private static String secret(Answer made) {
		return made.json().get("token").stringValue();
	}

}
