package dev.onboard.web.slack;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

import dev.onboard.delivery.http.StubTarget;
import dev.onboard.delivery.http.StubTarget.Reply;
import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.testing.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static dev.onboard.delivery.http.StubTarget.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Every answer of Slack's Web API and what it means. */
@ExtendWith(OutputCaptureExtension.class)
class SlackApiTests {

	private static final String TOKEN = "xoxb-s3cret";

	private static final String PAGE = "<html>Bearer " + TOKEN + "</html>";

	private static final Outcome OK = new Outcome.Done("ok", "C0/1.2");

	static Stream<Arguments> answers() {
		return Stream.of(arguments(OK, answer(200, "{\"ok\":true,\"channel\":\"C0\",\"ts\":\"1.2\"}")),
				arguments(refused("msg_blocks_too_long"), no("msg_blocks_too_long")),
				arguments(refused("msg_too_long"), no("msg_too_long")),
				arguments(refused("invalid_blocks"), no("invalid_blocks")),
				arguments(refused("no_text"), no("no_text")),
				arguments(refused("metadata_too_large"), no("metadata_too_large")),
				// busy
				arguments(throttled("ratelimited", 30), no("ratelimited")),
				arguments(throttled("rate_limited", 30), no("rate_limited")),
				arguments(throttled("message_limit_exceeded", 30), no("message_limit_exceeded")),
				arguments(throttled("ratelimited", 7), answer(200, error("ratelimited"), "Retry-After: 7")),
				arguments(throttled("ratelimited", 7), answer(429, error("ratelimited"), "Retry-After: 7")),
				arguments(throttled("ratelimited", 30), answer(429, error("ratelimited"))),
				arguments(new Outcome.Throttled("Slack asks us to slow down", Duration.ofSeconds(7)),
						answer(429, "", "Retry-After: 7")),
				// it may have been done
				arguments(unclear("has trouble (fatal_error)"), no("fatal_error")),
				arguments(unclear("has trouble (internal_error)"), no("internal_error")),
				arguments(unclear("has trouble (service_unavailable)"), no("service_unavailable")),
				arguments(unclear("has trouble (request_timeout)"), no("request_timeout")),
				arguments(unclear("has trouble (new_word)"), answer(500, error("new_word"))),
				arguments(unclear("answered 500"), answer(500, "")),
				arguments(unclear("answered 502"), answer(502, PAGE)),
				arguments(unclear("broke off the connection"), StubTarget.reset()),
				arguments(unclear("broke off the connection"),
						StubTarget.bytes("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{\"ok\":tr")),
				// whatever else
				arguments(new Outcome.Transient("Slack did not take it (new_word)"), no("new_word")),
				arguments(new Outcome.Transient("Slack did not take it"), no("Not a word: " + TOKEN)),
				arguments(new Outcome.Transient("Slack did not take it"), answer(200, "{\"ok\":false}")),
				arguments(foreign("400"), answer(400, PAGE)), arguments(foreign("200"), answer(200, PAGE)),
				arguments(foreign("200"), answer(200, "")), arguments(foreign("200"), answer(200, "{}")),
				arguments(foreign("200"), answer(200, "[1]")),
				arguments(foreign("200"), answer(200, "{\"ok\":\"yes\"}")),
				arguments(foreign("200 (ok)"), answer(200, "ok")),
				arguments(foreign("302"), answer(302, "", "Location: http://127.0.0.1:1/")),
				arguments(foreign("401"), answer(401, PAGE)), arguments(foreign("404"), answer(404, PAGE)));
	}

	@ParameterizedTest
	@MethodSource
	void answers(Outcome outcome, Reply reply, CapturedOutput output) throws IOException {
		assertThat(post(reply, Map.of())).isEqualTo(outcome);
		assertThat(output).doesNotContain("s3cret");
	}

	@ParameterizedTest
	@ValueSource(strings = { "invalid_auth", "not_authed", "token_revoked", "token_expired", "account_inactive",
			"missing_scope", "no_permission", "not_in_channel", "channel_not_found", "is_archived", "restricted_action",
			"restricted_action_read_only_channel", "ekm_access_denied" })
	void whatConcernsEverybodyPausesSlackAndSaysWhatToDo(String word) throws IOException {
		assertThat(post(no(word), Map.of())).isInstanceOfSatisfying(Outcome.Misconfigured.class,
				(paused) -> assertThat(paused.detail()).startsWith("Slack refuses us (" + word + "): ")
					.containsAnyOf("check SLACK_BOT_TOKEN", "give the app the scopes", "SLACK_CHANNEL",
							"an administrator of the workspace"));
	}

	@Test
	void aCallerMayKnowBetter() throws IOException {
		Outcome better = new Outcome.Done("gone");
		assertThat(post(no("is_archived"), Map.of("is_archived", better))).isSameAs(better);
	}

	@Test
	void nobodyThere() {
		SlackApi slack = new SlackApi("http://127.0.0.1:" + Ports.free(), TOKEN);
		assertThat(slack.post("chat.postMessage", Map.of(), (json) -> OK, Map.of()))
			.isEqualTo(new Outcome.Transient("Slack cannot be reached"));
	}

	@Test
	void showsTheTokenToNobodyElse() throws IOException {
		try (StubTarget slack = StubTarget.answering(no("x"), no("x"))) {
			SlackApi api = new SlackApi(slack.url() + "/api", TOKEN);
			api.post("chat.postMessage", Map.of("text", "hello"), (json) -> OK, Map.of());
			api.get((json) -> OK, "conversations.history?channel={channel}", "C0&x");
			assertThat(slack.requests()).extracting((request) -> request.method() + " " + request.path())
				.containsExactly("POST /api/chat.postMessage", "GET /api/conversations.history?channel=C0%26x");
			assertThat(slack.requests()).allSatisfy(
					(request) -> assertThat(request.headers()).containsEntry("Authorization", "Bearer " + TOKEN));
			assertThat(slack.requests().get(0).body()).isEqualTo("{\"text\":\"hello\"}");
		}
	}

	private static Outcome post(Reply reply, Map<String, Outcome> known) throws IOException {
		try (StubTarget slack = StubTarget.answering(reply)) {
			return new SlackApi(slack.url(), TOKEN).post("chat.postMessage", Map.of(), (json) -> new Outcome.Done("ok",
					json.path("channel").asString("") + "/" + json.path("ts").asString("")), known);
		}
	}

	private static Reply no(String word) {
		return answer(200, error(word));
	}

	private static String error(String word) {
		return "{\"ok\":false,\"error\":\"" + word + "\"}";
	}

	private static Outcome refused(String word) {
		return new Outcome.Refused("Slack refuses the card (" + word + ")");
	}

	private static Outcome throttled(String word, int seconds) {
		return new Outcome.Throttled("Slack asks us to slow down (" + word + ")", Duration.ofSeconds(seconds));
	}

	private static Outcome unclear(String what) {
		return new Outcome.Ambiguous("Slack " + what);
	}

	private static Outcome foreign(String what) {
		return new Outcome.Misconfigured("Slack was not reached, something else answered " + what
				+ "; check SLACK_API_URL and any proxy in between");
	}

}
