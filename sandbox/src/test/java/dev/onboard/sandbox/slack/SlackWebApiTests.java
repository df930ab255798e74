package dev.onboard.sandbox.slack;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SlackWebApiTests {

	private static final String FORM = "application/x-www-form-urlencoded";

	private RunningSlack slack;

	@BeforeEach
	void start() throws IOException {
		this.slack = new RunningSlack();
	}

	@AfterEach
	void stop() {
		this.slack.close();
	}

	@Test
	void saysWhoATokenIs() throws Exception {
		assertThat(this.slack.call("auth.test", "{}").body()).isEqualTo(
				"""
						{"ok":true,"url":"https://sandbox.slack.com/","team":"Sandbox","user":"onboard","team_id":"T0SANDBOX","user_id":"U09KSFZV","bot_id":"B09KSFZV","is_enterprise_install":false}""");
	}

	@Test
	void saysWhichTokenIsNone() throws Exception {
		assertThat(this.slack.send("POST", "/api/auth.test", "").body())
			.isEqualTo("{\"ok\":false,\"error\":\"not_authed\"}");
		assertThat(this.slack.send(this.slack.api("auth.test", "xoxp-1").POST(BodyPublishers.noBody())).body())
			.isEqualTo("{\"ok\":false,\"error\":\"invalid_auth\"}");
	}

	@Test
	void postsAMessageAndShowsItAsACard() throws Exception {
		HttpResponse<String> answer = this.slack.call("chat.postMessage", RunningSlack.CARD);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
		assertThat(answer.body()).isEqualTo(
				"""
						{"ok":true,"channel":"C0123","ts":"1793606400.000000","message":{"user":"U09KSFZV","type":"message","ts":"1793606400.000000","bot_id":"B09KSFZV","text":"Алиса","team":"T0SANDBOX","blocks":[{"type":"divider"}],"metadata":{"event_type":"person","event_payload":{"id":"7"}}}}""");
		assertThat(this.slack.send("GET", "/cards", "").body()).isEqualTo(
				"""
						[{"channel":"C0123","ts":"1793606400.000000","text":"Алиса","blocks":[{"type":"divider"}],"metadata":{"event_type":"person","event_payload":{"id":"7"}},"edits":0,"at":"2026-11-02T08:00:00Z"}]""");
	}

	@Test
	void givesEachMessageAGreaterTimestampInTheSameMicrosecond() throws Exception {
		this.slack.postNumbered(2);
		assertThat(this.slack.cards.oldestFirst()).extracting("ts")
			.containsExactly("1793606400.000000", "1793606400.000001");
	}

	@Test
	void givesAChannelThatIsNamedItsId() throws Exception {
		assertThat(this.slack.call("chat.postMessage", "{\"channel\":\"#new-people\",\"text\":\"x\"}").body())
			.startsWith("{\"ok\":true,\"channel\":\"CNEW2DPEOPLE\",");
		assertThat(this.slack.get("conversations.history?channel=CNEW2DPEOPLE")).contains("\"text\":\"x\"");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "{|invalid_json", "[]|json_not_object",
					"{\"channel\":\"general\",\"text\":\"x\"}|channel_not_found", "{\"channel\":\"C1\"}|no_text",
					"{\"channel\":\"C1\",\"text\":null,\"blocks\":[]}|no_text",
					"{\"channel\":\"C1\",\"text\":\"x\",\"blocks\":{}}|invalid_blocks_format",
					"{\"channel\":\"C1\",\"text\":\"x\",\"blocks\":\"[\"}|invalid_blocks_format",
					"{\"channel\":\"C1\",\"text\":\"x\",\"metadata\":{\"event_type\":\"t\"}}|invalid_metadata_format" })
	void refusesToPostWhatSlackRefuses(String arguments, String error) throws Exception {
		HttpResponse<String> answer = this.slack.call("chat.postMessage", arguments);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo("{\"ok\":false,\"error\":\"%s\"}".formatted(error));
		assertThat(this.slack.cards.oldestFirst()).isEmpty();
	}

	@Test
	void namesWhatIsMissing() throws Exception {
		assertThat(this.slack.call("chat.postMessage", "{\"text\":\"x\"}").body()).isEqualTo(
				"""
						{"ok":false,"error":"invalid_arguments","response_metadata":{"messages":["[ERROR] missing required field: channel"]}}""");
		assertThat(this.slack.call("chat.update", "{\"channel\":\"C1\",\"text\":\"x\"}").body())
			.contains("missing required field: ts");
	}

	@Test
	void wantsTheTypeOfABody() throws Exception {
		assertThat(this.slack
			.send(this.slack.api("chat.postMessage", RunningSlack.TOKEN)
				.POST(BodyPublishers.ofString(RunningSlack.CARD)))
			.body()).isEqualTo("{\"ok\":false,\"error\":\"missing_post_type\"}");
		assertThat(sends("chat.postMessage", "text/plain", RunningSlack.CARD)).contains("invalid_post_type");
		assertThat(sends("chat.postMessage", FORM, "channel=%zz")).contains("invalid_form_data");
	}

	@Test
	void takesAForm() throws Exception {
		String blocks = "%5B%7B%22type%22%3A%22divider%22%7D%5D";
		assertThat(sends("chat.postMessage", FORM, "channel=C1&text=a+b%26c&blocks=" + blocks))
			.contains("\"text\":\"a b&c\"", "\"blocks\":[{\"type\":\"divider\"}]");
		assertThat(sends("conversations.history", FORM, "channel=C1&limit=1")).contains("\"text\":\"a b&c\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "chat.delete", "chat.postmessage" })
	void saysWhichMethodItDoesNotKnow(String method) throws Exception {
		assertThat(this.slack.call(method, "{}").body())
			.isEqualTo("{\"ok\":false,\"error\":\"unknown_method\",\"req_method\":\"%s\"}".formatted(method));
	}

	@Test
	void forgetsItsCards() throws Exception {
		this.slack.call("chat.postMessage", RunningSlack.CARD);
		assertThat(this.slack.send("DELETE", "/cards", "").statusCode()).isEqualTo(204);
		assertThat(this.slack.send("GET", "/cards", "").body()).isEqualTo("[]");
		assertThat(this.slack.get("conversations.history?channel=C0123")).contains("\"messages\":[]");
	}

	private String sends(String method, String type, String body) throws Exception {
		return this.slack
			.send(this.slack.api(method, RunningSlack.TOKEN)
				.header("Content-Type", type)
				.POST(BodyPublishers.ofString(body)))
			.body();
	}

}
