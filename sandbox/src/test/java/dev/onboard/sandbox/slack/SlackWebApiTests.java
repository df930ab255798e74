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

	private static final String CARD = """
			{"channel":"C0123","text":"Алиса","blocks":[{"type":"divider"}],\
			"metadata":{"event_type":"person","event_payload":{"id":"7"}},"unfurl_links":false}""";

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
		HttpResponse<String> answer = this.slack.call("chat.postMessage", CARD);
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
		postsNumbered(2);
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
			.send(this.slack.api("chat.postMessage", RunningSlack.TOKEN).POST(BodyPublishers.ofString(CARD)))
			.body()).isEqualTo("{\"ok\":false,\"error\":\"missing_post_type\"}");
		assertThat(sends("chat.postMessage", "text/plain", CARD)).contains("invalid_post_type");
		assertThat(sends("chat.postMessage", FORM, "channel=%zz")).contains("invalid_form_data");
	}

	@Test
	void takesAForm() throws Exception {
		String blocks = "%5B%7B%22type%22%3A%22divider%22%7D%5D";
		assertThat(sends("chat.postMessage", FORM, "channel=C1&text=a+b%26c&blocks=" + blocks))
			.contains("\"text\":\"a b&c\"", "\"blocks\":[{\"type\":\"divider\"}]");
		assertThat(sends("conversations.history", FORM, "channel=C1&limit=1")).contains("\"text\":\"a b&c\"");
	}

	@Test
	void editsAMessageInItsPlace() throws Exception {
		this.slack.call("chat.postMessage", CARD);
		this.slack.call("chat.postMessage", "{\"channel\":\"C0123\",\"text\":\"later\"}");
		assertThat(this.slack.call("chat.update", """
				{"channel":"C0123","ts":"1793606400.000000","text":"Bob","blocks":[{"type":"x"}]}""").body()).isEqualTo(
				"""
						{"ok":true,"channel":"C0123","ts":"1793606400.000000","text":"Bob","message":{"user":"U09KSFZV","type":"message","ts":"1793606400.000000","bot_id":"B09KSFZV","text":"Bob","team":"T0SANDBOX","blocks":[{"type":"x"}],"metadata":{"event_type":"person","event_payload":{"id":"7"}},"edited":{"user":"U09KSFZV","ts":"1793606400.000000"}}}""");
		assertThat(this.slack.send("GET", "/cards", "").body()).startsWith(
				"""
						[{"channel":"C0123","ts":"1793606400.000000","text":"Bob","blocks":[{"type":"x"}],"metadata":{"event_type":"person","event_payload":{"id":"7"}},"edits":1,"at":"2026-11-02T08:00:00Z","editedAt":"2026-11-02T08:00:00Z"},{""")
			.contains("\"text\":\"later\"");
	}

	@Test
	void keepsWhatAnEditLeavesOutButBlocksUnderANewText() throws Exception {
		this.slack.call("chat.postMessage", CARD);
		edit("\"blocks\":[{\"type\":\"x\"}]");
		assertThat(this.slack.cards.oldestFirst()).extracting("text").containsExactly("Алиса");
		edit("\"text\":\"Bob\"");
		assertThat(this.slack.get("conversations.history?channel=C0123&include_all_metadata=1"))
			.contains("\"text\":\"Bob\"", "\"event_payload\":{\"id\":\"7\"}", "\"edited\":")
			.doesNotContain("blocks");
		edit("\"text\":\"Bob\",\"metadata\":{}");
		assertThat(this.slack.get("conversations.history?channel=C0123&include_all_metadata=1"))
			.doesNotContain("\"metadata\"");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "C0123|1793606400.000009|message_not_found",
			"C9|1793606400.000000|message_not_found", "#people|1793606400.000000|channel_not_found" })
	void editsOnlyWhatIsThere(String channel, String ts, String error) throws Exception {
		this.slack.call("chat.postMessage", CARD);
		assertThat(this.slack
			.call("chat.update", "{\"channel\":\"%s\",\"ts\":\"%s\",\"text\":\"x\"}".formatted(channel, ts))
			.body()).isEqualTo("{\"ok\":false,\"error\":\"%s\"}".formatted(error));
	}

	@Test
	void letsNoBotEditWhatAnotherPosted() throws Exception {
		this.slack.call("chat.postMessage", CARD);
		assertThat(this.slack
			.send(this.slack.api("chat.update", "xoxb-other")
				.header("Content-Type", FORM)
				.POST(BodyPublishers.ofString("channel=C0123&ts=1793606400.000000&text=x")))
			.body()).isEqualTo("{\"ok\":false,\"error\":\"cant_update_message\"}");
		assertThat(this.slack.cards.oldestFirst()).extracting("edits").containsExactly(0);
	}

	@Test
	void tellsAChannelsHistory() throws Exception {
		this.slack.call("chat.postMessage", CARD);
		this.slack.call("chat.postMessage", "{\"channel\":\"C9\",\"text\":\"elsewhere\"}");
		String end = "\"has_more\":false,\"pin_count\":0,\"channel_actions_ts\":null,\"channel_actions_count\":0}";
		String message = "{\"ok\":true,\"messages\":[{\"user\":\"U09KSFZV\",\"type\":\"message\",\"ts\":\"1793606400.000000\",\"bot_id\":\"B09KSFZV\",\"text\":\"Алиса\",\"team\":\"T0SANDBOX\",\"blocks\":[{\"type\":\"divider\"}]";
		assertThat(this.slack.get("conversations.history?channel=C0123")).isEqualTo(message + "}]," + end);
		assertThat(this.slack
			.call("conversations.history", "{\"channel\":\"C0123\",\"include_all_metadata\":true,\"limit\":5}")
			.body())
			.isEqualTo(message + ",\"metadata\":{\"event_type\":\"person\",\"event_payload\":{\"id\":\"7\"}}}]," + end);
	}

	@Test
	void tellsAHistoryInPagesNewestFirst() throws Exception {
		postsNumbered(3);
		String first = this.slack.get("conversations.history?channel=C1&limit=2");
		assertThat(first).containsSubsequence("\"text\":\"3\"", "\"text\":\"2\"")
			.doesNotContain("\"text\":\"1\"")
			.endsWith(
					"\"has_more\":true,\"pin_count\":0,\"channel_actions_ts\":null,\"channel_actions_count\":0,\"response_metadata\":{\"next_cursor\":\"bmV4dF90czoxNzkzNjA2NDAwMDAwMDAw\"}}");
		this.slack.call("chat.postMessage", "{\"channel\":\"C1\",\"text\":\"4\"}");
		assertThat(this.slack.get("conversations.history?channel=C1&limit=2&cursor=bmV4dF90czoxNzkzNjA2NDAwMDAwMDAw"))
			.contains("\"text\":\"1\"", "\"has_more\":false")
			.doesNotContain("\"text\":\"2\"", "\"text\":\"4\"", "next_cursor");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "oldest=1793606400.000001|3", "latest=1793606400.000001|1",
					"oldest=1793606400.000001&inclusive=true|3 2", "latest=1793606400.000001&inclusive=1|2 1",
					"oldest=1793606400&latest=1793606400.000002|2", "oldest=0&latest=1793606400&inclusive=true|1" })
	void tellsAHistoryOfACertainTime(String range, String texts) throws Exception {
		postsNumbered(3);
		assertThat(this.slack.get("conversations.history?channel=C1&" + range)
			.replaceAll(".*?\"text\":\"(\\d)\"", "$1 ")
			.replaceAll(" \\D.*", "")).isEqualTo(texts);
	}

	@ParameterizedTest
	@CsvSource({ "channel=%23people,channel_not_found", "channel=C1&limit=0,invalid_limit",
			"channel=C1&limit=1000,invalid_limit", "channel=C1&limit=many,invalid_limit",
			"channel=C1&oldest=yesterday,invalid_ts_oldest", "channel=C1&latest=now,invalid_ts_latest",
			"channel=C1&cursor=***,invalid_cursor", "channel=C1&cursor=MTIz,invalid_cursor" })
	void refusesAHistoryThatSlackRefuses(String query, String error) throws Exception {
		assertThat(this.slack.get("conversations.history?" + query))
			.isEqualTo("{\"ok\":false,\"error\":\"%s\"}".formatted(error));
	}

	@ParameterizedTest
	@ValueSource(strings = { "chat.delete", "chat.postmessage" })
	void saysWhichMethodItDoesNotKnow(String method) throws Exception {
		assertThat(this.slack.call(method, "{}").body())
			.isEqualTo("{\"ok\":false,\"error\":\"unknown_method\",\"req_method\":\"%s\"}".formatted(method));
	}

	@Test
	void forgetsItsCards() throws Exception {
		this.slack.call("chat.postMessage", CARD);
		assertThat(this.slack.send("DELETE", "/cards", "").statusCode()).isEqualTo(204);
		assertThat(this.slack.send("GET", "/cards", "").body()).isEqualTo("[]");
		assertThat(this.slack.get("conversations.history?channel=C0123")).contains("\"messages\":[]");
	}

	private void postsNumbered(int count) throws Exception {
		for (int i = 1; i <= count; i++) {
			this.slack.call("chat.postMessage", "{\"channel\":\"C1\",\"text\":\"%d\"}".formatted(i));
		}
	}

	private void edit(String fields) throws Exception {
		assertThat(this.slack.call("chat.update", "{\"channel\":\"C0123\",\"ts\":\"1793606400.000000\"," + fields + "}")
			.body()).startsWith("{\"ok\":true");
	}

	private String sends(String method, String type, String body) throws Exception {
		return this.slack
			.send(this.slack.api(method, RunningSlack.TOKEN)
				.header("Content-Type", type)
				.POST(BodyPublishers.ofString(body)))
			.body();
	}

}
