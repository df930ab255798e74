package dev.onboard.mail.messaging;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import com.rabbitmq.client.AMQP.BasicProperties;
import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import dev.onboard.events.UserCreate;
import dev.onboard.testing.Infrastructure;
import dev.onboard.testing.Sandbox;
import dev.onboard.testing.Scrape;
import dev.onboard.testing.Wire;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the service tells Prometheus, of one who gets through and one who does not. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "MAIL_KEY=0123456789-0123456789-0123456789", "SMTP_HOST=127.0.0.1",
				"onboard.delivery.retry.delays=12s", "onboard.delivery.figures=200ms" })
class MailMetricsIntegrationTests {

	private static final Gate SMTP = new Gate();

	private final Wire task = new Wire("task");

	@LocalManagementPort
	private int port;

	/** What was counted before; counters only grow. */
	private Scrape before = new Scrape(List.of(), Duration.ZERO);

	@DynamicPropertySource
	static void infrastructure(DynamicPropertyRegistry properties) {
		Infrastructure.register(properties);
		properties.add("SMTP_PORT", SMTP::port);
		properties.add("JAMES_WEBADMIN_URL", () -> Sandbox.shared().webAdminUrl());
	}

	@BeforeEach
	void nothingIsUnderWay(@Autowired JdbcClient jdbc) {
		jdbc.sql("delete from outbox").update();
		this.task.purge("task.parked");
		this.before = Scrape.of(this.port);
	}

	@AfterEach
	void close() {
		SMTP.close();
		this.task.close();
	}

	@Test
	void tellsEachFigureOfOneWhoGetsThroughAndOneWhoDoesNot() throws Exception {
		UserCreate alice = create();
		this.task.say(alice);
		await("onboard_retries_total", 1, "system", "mail");
		await("onboard_outbox_later", 1);
		SMTP.open(Sandbox.shared().smtpPort());
		await("onboard_attempts_total", 1, "system", "mail", "outcome", "done");
		this.task.say(alice);
		await("onboard_suppressed_total", 1, "system", "mail", "reason", "ended");
		UserCreate bob = create();
		createMailboxOfSomebodyElse(bob.person());
		this.task.say(bob);
		await("onboard_attempts_total", 1, "system", "mail", "outcome", "conflict");
		this.task.publish("user.create", new BasicProperties(), new byte[0]);
		await("onboard_parked_total", 1, "queue", "mail.create");
		await("onboard_outbox_due", 0);
		await("onboard_in_hand_seconds_count", 0, "queue", "mail.create");
		await("onboard_queue_messages", 0, "queue", "mail.create");
		Scrape scrape = Scrape.of(this.port);
		assertThat(grown(scrape, "onboard_attempts_total", "system", "mail", "outcome", "transient")).isEqualTo(1);
		assertThat(grown(scrape, "onboard_retries_total")).isEqualTo(1);
		assertThat(effects(scrape, "mailbox", "done")).isEqualTo(1);
		assertThat(effects(scrape, "mailbox", "conflict")).isEqualTo(1);
		assertThat(effects(scrape, "welcome-mail", "transient")).isEqualTo(1);
		assertThat(effects(scrape, "welcome-mail", "done")).isEqualTo(1);
		assertThat(scrape.sum("onboard_effect_seconds_sum", "effect", "mailbox")).isPositive();
		assertThat(grown(scrape, "onboard_message_seconds_count", "event", "user.create", "settled", "ack"))
			.isEqualTo(3);
		assertThat(scrape.sum("onboard_publishes_total", "word", "confirmed")).isGreaterThanOrEqualTo(6);
		assertThat(scrape.sum("onboard_publishes_total", "word", "returned")).isZero();
		assertThat(scrape.has("onboard_publishes_total", "word", "unconfirmed")).isTrue();
		assertThat(scrape.sum("onboard_queue_consumers", "queue", "mail.create")).isGreaterThanOrEqualTo(2);
		assertThat(scrape.sum("onboard_queue_consumers", "queue", "mail.control")).isGreaterThanOrEqualTo(2);
		assertThat(scrape.has("onboard_target_paused", "system", "mail")).isTrue();
		assertThat(scrape.sum("onboard_target_paused", "system", "mail")).isZero();
		assertThat(scrape.samples()).noneMatch((sample) -> sample.toString().contains(alice.person().login()));
	}

	private double effects(Scrape scrape, String effect, String outcome) {
		return grown(scrape, "onboard_effect_seconds_count", "system", "mail", "effect", effect, "outcome", outcome);
	}

	private double grown(Scrape scrape, String name, String... labels) {
		boolean counter = name.endsWith("_total") || name.endsWith("_seconds_count");
		return scrape.sum(name, labels) - (counter ? this.before.sum(name, labels) : 0);
	}

	private void await(String name, double value, String... labels) {
		Awaitility.await(name)
			.atMost(Duration.ofSeconds(40))
			.untilAsserted(() -> assertThat(grown(Scrape.of(this.port), name, labels)).isEqualTo(value));
	}

	private static void createMailboxOfSomebodyElse(Person person) throws Exception {
		HttpRequest request = HttpRequest
			.newBuilder(URI.create(Sandbox.shared().webAdminUrl() + "/users/" + person.address()))
			.PUT(HttpRequest.BodyPublishers.ofString("{\"password\":\"somebody else's\"}"))
			.build();
		assertThat(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
			.isEqualTo(204);
	}

	private static UserCreate create() {
		UUID id = UUID.randomUUID();
		String login = "metrics." + id;
		return new UserCreate(new Person(id, login, login + "@example.com", "Alice", "Ivanova", null, null, null),
				Attempt.FIRST);
	}

}
