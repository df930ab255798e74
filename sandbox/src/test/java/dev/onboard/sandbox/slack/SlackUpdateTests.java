package dev.onboard.sandbox.slack;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SlackUpdateTests {

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
	void editsAMessageInItsPlace() throws Exception {
		this.slack.call("chat.postMessage", RunningSlack.CARD);
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
		this.slack.call("chat.postMessage", RunningSlack.CARD);
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
		this.slack.call("chat.postMessage", RunningSlack.CARD);
		assertThat(this.slack
			.call("chat.update", "{\"channel\":\"%s\",\"ts\":\"%s\",\"text\":\"x\"}".formatted(channel, ts))
			.body()).isEqualTo("{\"ok\":false,\"error\":\"%s\"}".formatted(error));
	}

	@Test
	void letsNoBotEditWhatAnotherPosted() throws Exception {
		this.slack.call("chat.postMessage", RunningSlack.CARD);
		assertThat(this.slack
			.send(this.slack.api("chat.update", "xoxb-other")
				.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(BodyPublishers.ofString("channel=C0123&ts=1793606400.000000&text=x")))
			.body()).isEqualTo("{\"ok\":false,\"error\":\"cant_update_message\"}");
		assertThat(this.slack.cards.oldestFirst()).extracting("edits").containsExactly(0);
	}

	private void edit(String fields) throws Exception {
		assertThat(this.slack.call("chat.update", "{\"channel\":\"C0123\",\"ts\":\"1793606400.000000\"," + fields + "}")
			.body()).startsWith("{\"ok\":true");
	}

}
