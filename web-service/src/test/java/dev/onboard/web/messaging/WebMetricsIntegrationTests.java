package dev.onboard.web.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.TargetSystem;
import dev.onboard.testing.Infrastructure;
import dev.onboard.testing.Sandbox;
import dev.onboard.testing.Scrape;
import dev.onboard.testing.Wire;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the service tells Prometheus, of one who gets through and one who does not. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "onboard.delivery.retry.delays=300ms", "onboard.delivery.circuit.probe-delays=2s",
				"onboard.delivery.figures=200ms" })
class WebMetricsIntegrationTests {

	private final Sandbox sandbox = Sandbox.shared();

	private final Wire mail = new Wire("mail");

	@LocalManagementPort
	private int port;

	@DynamicPropertySource
	static void infrastructure(DynamicPropertyRegistry properties) {
		Infrastructure.register(properties);
		properties.add("SLACK_WEBHOOK_URL", () -> Sandbox.shared().url() + "/services/T0/B0/metrics");
	}

	@AfterEach
	void close() {
		this.sandbox.behave();
		this.mail.close();
	}

	@Test
	void tellsEachFigureOfOneWhoGetsThroughAndOneWhoDoesNot() {
		this.sandbox.behaveAs("{\"status\":500,\"times\":1}");
		StepReport alice = addedToMail();
		this.mail.say(alice);
		await("onboard_attempts_total", 1, "system", "slack", "outcome", "done");
		await("onboard_attempts_total", 1, "system", "redmine", "outcome", "skipped");
		this.mail.say(alice);
		await("onboard_suppressed_total", 1, "system", "slack", "reason", "ended");
		await("onboard_suppressed_total", 1, "system", "redmine", "reason", "ended");
		this.sandbox.behaveAs("{\"status\":400,\"times\":1}");
		this.mail.say(addedToMail());
		await("onboard_attempts_total", 1, "system", "slack", "outcome", "refused");
		await("onboard_outbox_due", 0);
		Scrape scrape = Scrape.of(this.port);
		assertThat(scrape.sum("onboard_attempts_total", "system", "slack", "outcome", "ambiguous")).isEqualTo(1);
		assertThat(scrape.sum("onboard_retries_total", "system", "slack")).isEqualTo(1);
		assertThat(scrape.sum("onboard_retries_total", "system", "redmine")).isZero();
		assertThat(scrape.sum("onboard_effect_seconds_count", "effect", "slack-post", "outcome", "done")).isEqualTo(1);
		assertThat(scrape.sum("onboard_effect_seconds_count", "effect", "slack-post", "outcome", "ambiguous"))
			.isEqualTo(1);
		assertThat(scrape.sum("onboard_effect_seconds_count", "effect", "slack-post", "outcome", "refused"))
			.isEqualTo(1);
		assertThat(scrape.sum("onboard_target_paused", "system", "slack")).isZero();
		assertThat(List.of("web.redmine", "web.slack", "web.control")).allSatisfy((queue) -> {
			assertThat(scrape.sum("onboard_queue_consumers", "queue", queue)).isGreaterThanOrEqualTo(2);
			assertThat(scrape.has("onboard_queue_messages", "queue", queue)).isTrue();
		});
	}

	@Test
	void tellsThatATargetIsPausedAndSinceWhenAndWhoWaits() {
		Instant start = Instant.now();
		this.sandbox.behaveAs("{\"status\":404,\"body\":\"no_service\"}");
		// One of them may be the probe just now, and the next one on its way back.
		for (int i = 0; i < 5; i++) {
			this.mail.say(addedToMail());
		}
		await("onboard_target_paused", 1, "system", "slack");
		Awaitility.await()
			.atMost(Duration.ofSeconds(40))
			.until(() -> Scrape.of(this.port).sum("onboard_target_waiting", "system", "slack") >= 1);
		Scrape scrape = Scrape.of(this.port);
		assertThat(scrape.sum("onboard_target_changed_timestamp_seconds", "system", "slack"))
			.isBetween(start.getEpochSecond() - 1.0, Instant.now().getEpochSecond() + 1.0);
		assertThat(scrape.sum("onboard_target_paused", "system", "redmine")).isZero();
		assertThat(scrape.sum("onboard_attempts_total", "system", "slack", "outcome", "misconfigured")).isPositive();
		this.sandbox.behave();
		await("onboard_target_paused", 0, "system", "slack");
	}

	private void await(String name, double value, String... labels) {
		Awaitility.await(name)
			.atMost(Duration.ofSeconds(40))
			.untilAsserted(() -> assertThat(Scrape.of(this.port).sum(name, labels)).isEqualTo(value));
	}

	private static StepReport addedToMail() {
		UUID id = UUID.randomUUID();
		Person person = new Person(id, "metrics." + id, "metrics." + id + "@example.com", "Alice", "Ivanova", null,
				null, null);
		return new StepReport(TargetSystem.MAIL, StepResult.ADDED, person, Attempt.FIRST, "mailbox", Instant.EPOCH,
				null, List.of());
	}

}
