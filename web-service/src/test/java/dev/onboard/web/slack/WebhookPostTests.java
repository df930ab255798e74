package dev.onboard.web.slack;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

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
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static dev.onboard.delivery.http.StubTarget.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Every answer of Slack's webhooks and what it means. */
@ExtendWith(OutputCaptureExtension.class)
class SlackPostTests {

	private static final String WEBHOOK = "/services/T0/B0/s3cret";

	private static final String PAGE = "<html>https://hooks.slack.com" + WEBHOOK + "</html>";

	private static final Outcome POSTED = new Outcome.Done("posted to Slack");

	static Stream<Arguments> answers() {
		return Stream.of(arguments(POSTED, answer(200, "ok")), arguments(POSTED, answer(200, "ok\n")),
				arguments(retry("answered 200"), answer(200, "")), arguments(retry("answered 200"), answer(200, PAGE)),
				arguments(retry("answered 200 (no)"), answer(200, "no")),
				arguments(retry("answered 204"), answer(204, "")),
				arguments(retry("answered 302"), answer(302, PAGE, "Location: http://127.0.0.1:1" + WEBHOOK)),
				arguments(retry("answered 307"), answer(307, "", "Location: http://127.0.0.1:1" + WEBHOOK)),
				arguments(new Outcome.Refused("Slack refuses the post"), answer(400, PAGE)),
				arguments(new Outcome.Refused("Slack refuses the post"), answer(400, WEBHOOK)),
				arguments(retry("answered 429 (rate_limited)", 30), answer(429, "rate_limited", "Retry-After: 30")),
				arguments(retry("answered 429 (rate_limited)"), answer(429, "rate_limited")),
				arguments(retry("answered 500 (rollup_error)"), answer(500, "rollup_error")),
				arguments(retry("answered 502"), answer(502, PAGE)),
				arguments(retry("answered 503", 120), answer(503, "", "Retry-After: 120")),
				arguments(retry("broke off the connection"), StubTarget.reset()),
				arguments(retry("broke off the connection"), StubTarget.bytes("")),
				arguments(retry("broke off the connection"),
						StubTarget.bytes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\no")));
	}

	@ParameterizedTest
	@MethodSource
	void answers(Outcome outcome, Reply reply, CapturedOutput output) throws IOException {
		assertThat(post(reply)).isEqualTo(outcome);
		assertThat(output).doesNotContain("s3cret");
	}

	@ParameterizedTest
	@ValueSource(strings = { "invalid_payload", "invalid_blocks", "no_text", "user_not_found", "too_many_attachments" })
	void refusals(String body) throws IOException {
		assertThat(post(answer(400, body))).isEqualTo(new Outcome.Refused("Slack refuses the post (" + body + ")"));
	}

	@ParameterizedTest
	@CsvSource({ "403,action_prohibited", "403,invalid_token", "403,posting_to_general_channel_denied",
			"403,team_disabled", "404,channel_not_found", "404,no_service", "404,no_team", "404,no_active_hooks",
			"410,channel_is_archived" })
	void aWebhookThatIsNotTakenIsForTheAdministrator(int status, String body) throws IOException {
		assertThat(post(answer(status, body)))
			.isEqualTo(retry("refuses the webhook, " + status + " (" + body + "); check SLACK_WEBHOOK_URL"));
	}

	@Test
	void obeysADateToTryAgain() throws IOException {
		String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(10));
		assertThat(post(answer(429, "rate_limited", "Retry-After: " + date))).isInstanceOfSatisfying(
				Outcome.Transient.class,
				(retry) -> assertThat(retry.after()).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10)));
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
			.isEqualTo(retry("did not answer in time"));
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
				assertThat(request.body())
					.isEqualTo("{\"text\":\":wave: Welcome *" + shown + "*! Mail: alice@example.com\"}");
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
		return new SlackPost(url + WEBHOOK).perform(new Work(person, Attempt.FIRST, false, null, Map.of()));
	}

	private static Person person(String firstName, String lastName) {
		return new Person(UUID.randomUUID(), "alice", "alice@example.com", firstName, lastName, null, null, null);
	}

	private static Outcome retry(String what) {
		return new Outcome.Transient("Slack " + what);
	}

	private static Outcome retry(String what, long seconds) {
		return new Outcome.Transient("Slack " + what, Duration.ofSeconds(seconds));
	}

}
