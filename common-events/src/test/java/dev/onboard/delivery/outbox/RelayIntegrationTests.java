package dev.onboard.delivery.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import com.rabbitmq.client.GetResponse;
import dev.onboard.delivery.DeliveryTest;
import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.StepRetry;
import dev.onboard.events.TargetSystem;
import dev.onboard.testing.Broker;
import dev.onboard.testing.Wire;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@DeliveryTest
class RelayIntegrationTests {

	private final Person alice = person("alice");

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Outbox outbox;

	private final RabbitTemplate rabbit;

	private final Relay relay;

	private Wire task = new Wire("task");

	RelayIntegrationTests(@Autowired JdbcClient jdbc, @Autowired TransactionTemplate transaction,
			@Autowired Outbox outbox, @Autowired RabbitTemplate rabbit, @Autowired Relay relay) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.outbox = outbox;
		this.rabbit = rabbit;
		this.relay = relay;
	}

	@BeforeEach
	void empty() {
		this.jdbc.sql("delete from outbox").update();
		this.task.drain("task.events");
	}

	@AfterEach
	void close() {
		this.jdbc.sql("delete from outbox").update();
		this.task.close();
	}

	@Test
	void publishesAPersistentMessageWithAllItNeedsToBeFollowed() {
		StepReport report = report(this.alice);
		this.transaction.executeWithoutResult((tx) -> this.outbox.say(report));
		GetResponse message = this.task.take("task.events");
		assertThat(Wire.read(message)).isEqualTo(report);
		assertThat(message.getEnvelope().getRoutingKey()).isEqualTo("user.mail.added");
		assertThat(message.getProps().getMessageId()).isEqualTo(MessageIds.of(report).toString());
		assertThat(message.getProps().getCorrelationId()).isEqualTo(this.alice.id().toString());
		assertThat(message.getProps().getAppId()).isEqualTo("mail-service");
		assertThat(message.getProps().getContentType()).isEqualTo("application/json");
		assertThat(message.getProps().getDeliveryMode()).isEqualTo(2);
		assertThat(message.getProps().getTimestamp()).isCloseTo(Date.from(Instant.now()), 60_000);
		assertThat(message.getProps().getHeaders()).doesNotContainKey("__TypeId__");
		awaitOutbox(0);
	}

	@Test
	void publishesNothingThatWasRolledBack() {
		this.transaction.executeWithoutResult((tx) -> {
			this.outbox.say(report(this.alice));
			tx.setRollbackOnly();
		});
		StepReport next = report(person("bob"));
		this.transaction.executeWithoutResult((tx) -> this.outbox.say(next));
		assertThat(Wire.read(this.task.take("task.events"))).isEqualTo(next);
	}

	@Test
	void waitsUntilAMessageIsDue() {
		Instant due = Instant.now().plusMillis(1500);
		StepRetry retry = new StepRetry(TargetSystem.MAIL, this.alice, new Attempt(1, 2), null);
		this.outbox.repeat(retry, "mail.create", Duration.ofMillis(1500));
		try (Wire mail = new Wire("mail")) {
			mail.drain("mail.create");
			GetResponse message = mail.take("mail.create");
			assertThat(Wire.read(message)).isEqualTo(retry);
			assertThat(Instant.now()).isBetween(due.minusMillis(50), due.plusSeconds(2));
		}
	}

	@Test
	void keepsWhatNoQueueTakesAndPublishesTheRest() {
		this.transaction.executeWithoutResult((tx) -> {
			this.outbox.repeat(new StepRetry(TargetSystem.MAIL, this.alice, Attempt.FIRST, null), "no.such.queue");
			this.outbox.say(report(this.alice));
		});
		this.task.take("task.events");
		awaitOutbox(1);
		awaitFailures("no.such.queue");
	}

	@Test
	void keepsWhatCannotBeWrittenAndPublishesTheRest() {
		this.transaction.executeWithoutResult((tx) -> {
			this.outbox.sendAgain("mail.create", "x".repeat(256), "user.create", null, new byte[0]);
			this.outbox.say(report(this.alice));
		});
		assertThat(Wire.read(this.task.take("task.events"))).isEqualTo(report(this.alice));
		awaitOutbox(1);
		awaitFailures("mail.create");
	}

	@Test
	void keepsWhatWeMayNotSayAndPublishesTheRest() {
		StepReport notOurs = new StepReport(TargetSystem.SLACK, StepResult.ADDED, this.alice, Attempt.FIRST, "forged",
				Instant.EPOCH, null, List.of());
		this.transaction.executeWithoutResult((tx) -> {
			this.outbox.say(notOurs);
			this.outbox.say(report(this.alice));
		});
		assertThat(Wire.read(this.task.take("task.events"))).isEqualTo(report(this.alice));
		awaitOutbox(1);
		awaitFailures("user.slack.added");
	}

	@Test
	void waitsForTheBrokerAndLosesNothing() {
		Broker.shared().crash();
		this.task.close();
		List<StepReport> reports = IntStream.range(0, 50).mapToObj((number) -> report(person("p" + number))).toList();
		reports.forEach((report) -> this.transaction.executeWithoutResult((tx) -> this.outbox.say(report)));
		awaitOutbox(50);
		Broker.shared().start();
		Awaitility.await("publishing to go on")
			.atMost(Duration.ofSeconds(2))
			.until(() -> this.jdbc.sql("select count(*) from outbox").query(Integer.class).single() < 50);
		this.task = new Wire("task");
		awaitOutbox(0);
		List<StepReport> arrived = this.task.drain("task.events")
			.stream()
			.map((message) -> (StepReport) Wire.read(message))
			.distinct()
			.toList();
		assertThat(arrived).containsExactlyInAnyOrderElementsOf(reports);
	}

	@Test
	void publishesAgainSoonWhatWasNotConfirmedInTimeAndShowsIt() {
		this.relay.stop();
		Relay hasty = relay(Duration.ZERO);
		hasty.start();
		try {
			this.outbox.say(report(this.alice));
			Instant start = Instant.now();
			for (int copy = 0; copy < 4; copy++) {
				assertThat(Wire.read(this.task.take("task.events"))).isEqualTo(report(this.alice));
			}
			assertThat(Instant.now()).isBetween(start.plusMillis(1400), start.plusMillis(3000));
			assertThat(this.jdbc.sql("select failures from outbox").query(Integer.class).single()).isOne();
		}
		finally {
			hasty.stop();
			this.relay.start();
		}
	}

	@Test
	void sharesTheWorkWithAnotherReplica() {
		Relay replica = relay(Duration.ofSeconds(5));
		replica.start();
		try {
			for (int number = 0; number < 300; number++) {
				this.outbox.say(report(person("p" + number)));
			}
			awaitOutbox(0);
		}
		finally {
			replica.stop();
		}
		assertThat(this.task.drain("task.events")).hasSize(300)
			.extracting((message) -> message.getProps().getMessageId())
			.doesNotHaveDuplicates();
	}

	private Relay relay(Duration confirmTimeout) {
		return new Relay(new DueMessages(this.jdbc), this.transaction,
				new Publisher(this.rabbit, "mail-service", confirmTimeout), new WakeUp(), 10,
				new OutboxMeters(new SimpleMeterRegistry()));
	}

	private void awaitOutbox(int rows) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(40))
			.untilAsserted(() -> assertThat(this.jdbc.sql("select count(*) from outbox").query(Integer.class).single())
				.isEqualTo(rows));
	}

	private void awaitFailures(String routingKey) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(this.jdbc.sql("select failures from outbox where routing_key = :key")
				.param("key", routingKey)
				.query(Integer.class)
				.single()).isPositive());
	}

	private static Person person(String login) {
		return new Person(UUID.randomUUID(), login, login + "@example.com", "Алиса", "李", null, null, null);
	}

	private static StepReport report(Person person) {
		return new StepReport(TargetSystem.MAIL, StepResult.ADDED, person, Attempt.FIRST, "created", Instant.EPOCH,
				null, List.of());
	}

}
