package dev.onboard.story;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import dev.onboard.story.Collector.Span;
import dev.onboard.testing.Scrape;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody watches: in the traces, in the logs, and in the metrics of all services. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SeeingStoryTests {

	private final Company company = Company.open();

	private final List<Service> services = List.of(this.company.task(), this.company.mail(), this.company.web());

	private final String trace = UUID.randomUUID().toString().replace("-", "");

	@Test
	void onePersonIsOneTraceAndFoundInEveryLog() throws IOException {
		PersonPage alice = accept(new Newcomer("alice.seen", "Alice", "Seen"));
		this.company.awaitReady(alice.id(), Duration.ofMinutes(1));
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(this.company.collector().spans(this.trace)).contains(
					did("task-service", "http post /users"), did("mail-service", "hear user.create"),
					did("mail-service", "mailbox"), did("mail-service", "welcome-mail"),
					did("web-service", "hear user.mail.added"), did("web-service", "redmine-account"),
					did("web-service", "slack-post"), did("task-service", "hear user.mail.added"),
					did("task-service", "hear user.slack.added")));
		for (Service service : List.of(this.company.mail(), this.company.web())) {
			assertThat(lines(service)).as(service.toString())
				.anySatisfy((line) -> assertThat(line.path("message").asString()).contains(" added: "))
				.filteredOn((line) -> line.toString().contains(this.trace))
				.isNotEmpty()
				.allSatisfy((line) -> {
					assertThat(line.path("person").asString()).isEqualTo(alice.id().toString());
					assertThat(line.path("traceId").asString()).isEqualTo(this.trace);
				});
		}
	}

	@Test
	void eachLineOfALogIsOneJsonObject() throws IOException {
		for (Service service : this.services) {
			assertThat(lines(service)).as(service.toString())
				.isNotEmpty()
				.allSatisfy((line) -> assertThat(line.path("@timestamp").asString("")).isNotEmpty());
		}
	}

	@Test
	void everyServiceTellsPrometheusWhatIsPromised() {
		assertThat(this.services).allSatisfy((service) -> Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(service.scrape().samples()).extracting(Scrape.Sample::name)
				.contains("onboard_outbox_due", "onboard_outbox_oldest_due_seconds", "onboard_publishes_total",
						"onboard_queue_messages", "onboard_queue_consumers", "onboard_target_paused",
						"onboard_listeners_paused")));
	}

	private PersonPage accept(Newcomer newcomer) throws IOException {
		HttpResponse<String> answer = Http.post(this.company.task().uri("/users"), newcomer,
				Map.of("traceparent", "00-" + this.trace + "-00f067aa0ba902b7-01"));
		assertThat(answer.statusCode()).isEqualTo(202);
		return Http.JSON.readValue(answer.body(), PersonPage.class);
	}

	private Span did(String service, String name) {
		return new Span(service, this.trace, name);
	}

	/** All of them, the first ones too; what is no JSON is a failure. */
	private static List<JsonNode> lines(Service service) throws IOException {
		return service.log().lines().map(Http::json).toList();
	}

}
