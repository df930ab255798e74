package dev.onboard.task.console;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

import dev.onboard.delivery.ParkedMessage;
import dev.onboard.task.Somebody;
import dev.onboard.task.console.Pages.Page;
import dev.onboard.task.parked.KeepingParked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@ConsoleTest
class ParkedPagesIntegrationTests {

	private final Pages pages;

	private final KeepingParked keeping;

	private final JdbcClient jdbc;

	private final String token = Somebody.token();

	ParkedPagesIntegrationTests(@Autowired Pages pages, @Autowired KeepingParked keeping, @Autowired JdbcClient jdbc) {
		this.pages = pages;
		this.keeping = keeping;
		this.jdbc = jdbc;
	}

	@Test
	void listsWhatWaitsForADecision() {
		String path = park("mail.create");
		Page list = this.pages.get("/console/parked").expect(200);
		assertThat(list.body()).contains(path);
		assertThat(list.text()).contains("reason <" + this.token + "> no.such.type in mail.create Parked");
		assertThat(list.text()).containsPattern("could not be handled and waits? for a decision\\.");
		assertThat(this.pages.get("/console/parked?state=DISCARDED").expect(200).body()).doesNotContain(path);
		assertThat(this.pages.get("/console/parked?all=true").expect(200).body()).contains(path);
		this.pages.get("/console/parked?state=LOST").expect(404);
	}

	@Test
	void showsAMessageAsText() {
		Page page = this.pages.get(park("mail.create")).expect(200);
		assertThat(page.text()).contains("reason <" + this.token + ">", "<script>alert(1)</script>",
				"Queue mail.create", "Exception a.b.CException", "Deliveries 1", "Message id its-id");
		assertThat(page.body()).doesNotContain("<script>alert");
	}

	@ParameterizedTest
	@CsvSource({ "replay, Replayed", "discard, Discarded" })
	void decidesAboutAMessage(String decision, String words) {
		String path = park("mail.create");
		Map<String, String> fields = this.pages.fields(this.pages.get(path), path + "/replay",
				Map.of("reason", "as <agreed>"));
		assertThat(this.pages.post(path + "/" + decision, fields).expect(302).location()).endsWith(path);
		assertThat(this.pages.get(path).text()).contains("reason <" + this.token + "> " + words)
			.contains("as <agreed>");
		assertThat(this.pages.get("/console/parked").body()).doesNotContain(path);
	}

	@Test
	void wantsAReason() {
		String path = park("mail.create");
		Page refused = this.pages.submit(this.pages.get(path), path + "/replay", Map.of("reason", " "));
		assertThat(refused.expect(400).text()).contains("Reason is missing").contains("Parked");
	}

	@Test
	void saysWhatIsNotPossible() {
		String path = park(null);
		Page page = this.pages.get(path);
		assertThat(page.text()).contains("Queue unknown");
		assertThat(this.pages.submit(page, path + "/replay", Map.of("reason", "again")).expect(409).text())
			.contains("Nobody knows which queue this message belongs to");
	}

	@ParameterizedTest
	@ValueSource(strings = { "nothing", "00000000-0000-4000-8000-000000000000" })
	void hasNoPageOfWhatWasNeverParked(String id) {
		assertThat(this.pages.get("/console/parked/" + id).expect(404).text()).contains("There is nothing here");
	}

	/** Returns the path of its page. */
	private String park(@Nullable String queue) {
		String body = "<script>alert(1)</script>" + this.token;
		String reason = "reason <" + this.token + ">";
		this.keeping.keep(new ParkedMessage(UUID.randomUUID(), queue, reason, "a.b.CException", "its-id",
				"no.such.type", null, body.getBytes(StandardCharsets.UTF_8)));
		return "/console/parked/" + this.jdbc.sql("select id from parked where reason = :reason")
			.param("reason", reason)
			.query(UUID.class)
			.single();
	}

}
