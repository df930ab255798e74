package dev.onboard.sandbox.slack;

import java.io.IOException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SlackHistoryTests {

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
	void tellsAChannelsHistory() throws Exception {
		this.slack.call("chat.postMessage", RunningSlack.CARD);
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
		this.slack.postNumbered(3);
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
		this.slack.postNumbered(3);
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

}
