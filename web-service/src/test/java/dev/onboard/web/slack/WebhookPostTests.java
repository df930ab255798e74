package dev.onboard.web.slack;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.onboard.delivery.http.Patience;
import dev.onboard.delivery.http.StubTarget;
import dev.onboard.delivery.http.StubTarget.Reply;
import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.delivery.ledger.Work;
import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import dev.onboard.testing.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static dev.onboard.delivery.http.StubTarget.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Every answer of Slack's webhooks and what it means. */
@ExtendWith(OutputCaptureExtension.class)
class WebhookPostTests {

	private static final String WEBHOOK = "/services/T0/B0/s3cret";

	private static final String PAGE = "<html>https://hooks.slack.com" + WEBHOOK + "</html>";

	private static final String GONE = "make a new webhook and set SLACK_WEBHOOK_URL";

	private static final String FORBIDDEN = "an administrator of the workspace has to allow it";

	private static final String CHANNEL = "its channel takes no posts; make a webhook for another one and set SLACK_WEBHOOK_URL";

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Outcome POSTED = new Outcome.Done("posted to Slack");

	static Stream<Arguments> answers() {
		return Stream.of(arguments(POSTED, answer(200, "ok")), arguments(POSTED, answer(200, "ok\n")),
				// what a proxy or a filter in between says
				arguments(foreign("200"), answer(200, "")), arguments(foreign("200"), answer(200, PAGE)),
				arguments(foreign("200 (no)"), answer(200, "no")), arguments(foreign("204"), answer(204, "")),
				arguments(foreign("302"), answer(302, PAGE, "Location: http://127.0.0.1:1" + WEBHOOK)),
				arguments(foreign("307"), answer(307, "", "Location: http://127.0.0.1:1" + WEBHOOK)),
				arguments(foreign("401"), answer(401, PAGE)), arguments(foreign("403"), answer(403, PAGE)),
				arguments(foreign("404"), answer(404, "")),
				arguments(foreign("404 (not found)"), answer(404, "Not found")),
				arguments(foreign("405"), answer(405, "")), arguments(foreign("407"), answer(407, PAGE)),
				arguments(foreign("410"), answer(410, "")), arguments(foreign("400"), answer(400, PAGE)),
				arguments(foreign("400"), answer(400, WEBHOOK)), arguments(foreign("400"), answer(400, "")),
				arguments(foreign("400 (bad request)"), answer(400, "Bad Request")),
				arguments(foreign("400 (bad_request)"), answer(400, "BAD_REQUEST")),
				arguments(foreign("400 (error)"), answer(400, "error")),
				arguments(foreign("400 (client sent an http request to an https server.)"),
						answer(400, "Client sent an HTTP request to an HTTPS server.\n")),
				arguments(retry("answered 408"), answer(408, "")),
				// Slack itself
				arguments(refused("invalid_payload"), answer(400, "invalid_payload")),
				arguments(refused("invalid_blocks"), answer(400, "invalid_blocks")),
				arguments(refused("no_text"), answer(400, "no_text")),
				arguments(refused("user_not_found"), answer(400, "user_not_found")),
				arguments(refused("too_many_attachments"), answer(400, "too_many_attachments")),
				arguments(refused("a_new_word"), answer(400, "a_new_word")),
				arguments(wrong("403 (action_prohibited): " + FORBIDDEN), answer(403, "action_prohibited")),
				arguments(wrong("403 (posting_to_general_channel_denied): " + FORBIDDEN),
						answer(403, "posting_to_general_channel_denied")),
				arguments(wrong("403 (team_disabled): " + FORBIDDEN), answer(403, "team_disabled")),
				arguments(wrong("403 (invalid_token): " + GONE), answer(403, "invalid_token")),
				arguments(wrong("404 (no_service): " + GONE), answer(404, "no_service")),
				arguments(wrong("404 (no_service): " + GONE), answer(404, "no_service\n")),
				arguments(wrong("400 (no_service): " + GONE), answer(400, "no_service")),
				arguments(wrong("404 (no_team): " + GONE), answer(404, "no_team")),
				arguments(wrong("404 (no_active_hooks): " + GONE), answer(404, "no_active_hooks")),
				arguments(wrong("404 (channel_not_found): " + CHANNEL), answer(404, "channel_not_found")),
				arguments(wrong("410 (channel_is_archived): " + CHANNEL), answer(410, "channel_is_archived")),
				arguments(new Outcome.Throttled("Slack answered 429 (rate_limited)", Duration.ofSeconds(30)),
						answer(429, "rate_limited", "Retry-After: 30")),
				arguments(retry("answered 429 (rate_limited)"), answer(429, "rate_limited")),
				// it may have been posted
				arguments(unclear("answered 500 (rollup_error)"), answer(500, "rollup_error")),
				arguments(unclear("answered 502"), answer(502, PAGE)),
				arguments(new Outcome.Ambiguous("Slack answered 503", Duration.ofMinutes(2)),
						answer(503, "", "Retry-After: 120")),
				arguments(unclear("broke off the connection"), StubTarget.reset()),
				arguments(unclear("broke off the connection"), StubTarget.bytes("")),
				arguments(unclear("broke off the connection"),
						StubTarget.bytes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\no")));
	}

	@ParameterizedTest
	@MethodSource
	void answers(Outcome outcome, Reply reply, CapturedOutput output) throws IOException {
		assertThat(post(reply)).isEqualTo(outcome);
		assertThat(output).doesNotContain("s3cret");
	}

	@Test
	void obeysADateToTryAgain() throws IOException {
		String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(10));
		assertThat(post(answer(429, "rate_limited", "Retry-After: " + date))).isInstanceOfSatisfying(
				Outcome.Throttled.class,
				(throttled) -> assertThat(throttled.after()).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10)));
	}

	/** Another process may have the lease by then. */
	@Test
	void nothingIsPostedOnceItsTimeIsOver() throws IOException {
		try (StubTarget slack = StubTarget.answering(answer(200, "ok"))) {
			Outcome late = new WebhookPost(slack.url() + WEBHOOK, Supplier::get)
				.perform(work(person("Alice", "Ivanova")), new Patience(Duration.ZERO));
			assertThat(late).isEqualTo(new Outcome.Transient("nothing was posted: it took too long to get there"));
			assertThat(slack.requests()).isEmpty();
		}
	}

	@Test
	void nobodyThere(CapturedOutput output) {
		assertThat(post("http://127.0.0.1:" + Ports.free())).isEqualTo(retry("cannot be reached"));
		assertThat(output).doesNotContain("s3cret");
	}

	@Test
	void aSlackThatHangsIsGivenUpInTime(CapturedOutput output) throws IOException {
		Instant start = Instant.now();
		assertThat(post(StubTarget.trickle("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")))
			.isEqualTo(Outcome.Ambiguous.late("Slack did not answer in time"));
		assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(14));
		assertThat(output).doesNotContain("s3cret");
	}

	@ParameterizedTest
	@CsvSource({ "Alice,Ivanova,Alice Ivanova", "Алиса,Иванова,Алиса Иванова", "爱丽丝,王,爱丽丝 王",
			"<!channel>,<@U1>,&lt;!channel&gt; &lt;@U1&gt;",
			"&amp;,<https://eve.example|x>,&amp;amp; &lt;https://eve.example|x&gt;", "R&D,O'Neill,R&amp;D O'Neill" })
	void namesComeOutRightAndMentionNobody(String firstName, String lastName, String shown) throws IOException {
		try (StubTarget slack = StubTarget.answering(answer(200, "ok"))) {
			post(slack.url(), person(firstName, lastName));
			assertThat(slack.requests()).singleElement().satisfies((request) -> {
				assertThat(request.method() + " " + request.path()).isEqualTo("POST " + WEBHOOK);
				assertThat(request.headers()).containsEntry("Content-Type", "application/json");
				assertThat(JSON.readTree(request.body())).isEqualTo(JSON.readTree("{\"text\":\":wave: Welcome *" + shown
						+ "*! Mail: alice@example.com\",\"unfurl_links\":false,\"unfurl_media\":false}"));
			});
		}
	}

	private static Outcome post(Reply reply) throws IOException {
		try (StubTarget slack = StubTarget.answering(reply)) {
			Outcome outcome = post(slack.url());
			assertThat(slack.requests()).hasSize(1);
			return outcome;
		}
	}

	private static Outcome post(String url) {
		return post(url, person("Alice", "Ivanova"));
	}

	private static Outcome post(String url, Person person) {
		return new WebhookPost(url + WEBHOOK, Supplier::get).perform(work(person));
	}

	private static Work work(Person person) {
		return new Work(person, Attempt.FIRST, false, null, Map.of());
	}

	private static Person person(String firstName, String lastName) {
		return new Person(UUID.randomUUID(), "alice", "alice@example.com", firstName, lastName, null, null, null);
	}

	private static Outcome refused(String word) {
		return new Outcome.Refused("Slack refuses the post (" + word + ")");
	}

	private static Outcome wrong(String what) {
		return new Outcome.Misconfigured("Slack refuses the webhook, " + what);
	}

	private static Outcome foreign(String what) {
		return new Outcome.Misconfigured("Slack was not reached, something else answered " + what
				+ "; check SLACK_WEBHOOK_URL and any proxy in between");
	}

	private static Outcome retry(String what) {
		return new Outcome.Transient("Slack " + what);
	}

	private static Outcome unclear(String what) {
		return new Outcome.Ambiguous("Slack " + what);
	}

}
