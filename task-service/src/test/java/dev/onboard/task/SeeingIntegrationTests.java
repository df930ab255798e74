package dev.onboard.task;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.GetResponse;
import dev.onboard.events.Attempt;
import dev.onboard.events.PersonEvent;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.TargetSystem;
import dev.onboard.testing.Broker;
import dev.onboard.testing.Database;
import dev.onboard.testing.Scrape;
import dev.onboard.testing.Wire;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

import static dev.onboard.events.StepResult.ADDED;
import static dev.onboard.events.StepResult.FAILED;
import static dev.onboard.events.TargetSystem.MAIL;
import static dev.onboard.events.TargetSystem.REDMINE;
import static dev.onboard.events.TargetSystem.SLACK;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** What Prometheus, the log and the trace tell of the task-service. */
@TaskServiceTest
@ExtendWith(OutputCaptureExtension.class)
class SeeingIntegrationTests {

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static final String TRACEPARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

	private static final String BEGUN_HERE = "00-[0-9a-f]{32}-[0-9a-f]{16}-0[13]";

	private static final List<String> OF_THE_DATABASE = List.of("onboard_people", "onboard_steps",
			"onboard_steps_oldest_seconds", "onboard_outbox_due", "onboard_outbox_oldest_due_seconds",
			"onboard_target_paused");

	private final Api api;

	private final JdbcClient jdbc;

	private final Wire web = new Wire("web");

	private Wire mail = new Wire("mail");

	SeeingIntegrationTests(@Autowired Api api, @Autowired JdbcClient jdbc) {
		this.api = api;
		this.jdbc = jdbc;
	}

	@AfterEach
	void everythingIsThereAgain() {
		this.mail.close();
		this.web.close();
		Database.shared().start();
		Broker.shared().start();
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.api.scrape().has("onboard_people")
					&& this.api.scrape().has("onboard_queue_consumers", "queue", "task.events"));
	}

	@Test
	void tellsHowFarEverybodyHasCome() {
		Scrape before = takenNow();
		NewPerson alice = Somebody.fresh();
		NewPerson bob = Somebody.fresh();
		UUID idOfAlice = this.api.accepted(alice).id();
		UUID idOfBob = this.api.accepted(bob).id();
		this.mail.say(report(MAIL, ADDED, idOfAlice, alice));
		this.web.say(report(REDMINE, ADDED, idOfAlice, alice));
		this.web.say(report(SLACK, ADDED, idOfAlice, alice));
		this.mail.say(report(MAIL, FAILED, idOfBob, bob));
		this.mail.say(report(MAIL, FAILED, idOfBob, bob));
		await(before, "onboard_people", 1, "state", "ready");
		await(before, "onboard_people", 1, "state", "needs_attention");
		await(before, "onboard_people", 0, "state", "in_progress");
		await(before, "onboard_steps", 1, "system", "mail", "state", "failed");
		await(before, "onboard_steps", 1, "system", "slack", "state", "pending");
		await(before, "onboard_steps", 0, "system", "slack", "state", "failed");
		await(before, "onboard_publishes_total", 2, "word", "confirmed");
		await(before, "onboard_publishes_total", 0, "word", "returned");
		await(before, "onboard_events_ignored_total", 1, "event", "user.mail.failed");
		await(before, "onboard_message_seconds_count", 2, "queue", "task.events", "event", "user.mail.failed",
				"settled", "ack");
		await(before, "onboard_message_seconds_count", 1, "queue", "task.events", "event", "user.slack.added",
				"settled", "ack");
		awaitNone("onboard_outbox_due");
		awaitNone("onboard_outbox_oldest_due_seconds");
		awaitNone("onboard_listeners_paused");
		awaitNone("onboard_queue_messages", "queue", "task.events");
		Scrape after = this.api.scrape();
		assertThat(after.sum("onboard_steps_oldest_seconds", "system", "redmine")).isPositive();
		assertThat(after.has("onboard_in_hand_seconds_count", "queue", "task.events")).isTrue();
		assertThat(after.sum("onboard_queue_consumers", "queue", "task.events")).isGreaterThanOrEqualTo(2);
		assertThat(after.samples()).as("nobody is named in a label")
			.noneMatch((sample) -> sample.toString().contains(idOfAlice.toString())
					|| sample.toString().contains(alice.login()));
	}

	@Test
	void tellsWhatNobodyCanRead() {
		Scrape before = this.api.scrape();
		int parked = count("parked where state = 'PARKED'");
		this.mail.publish("user.mail.added", new BasicProperties(), UUID.randomUUID().toString().getBytes(UTF_8));
		await(before, "onboard_parked_total", 1, "queue", "task.events");
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.api.scrape().sum("onboard_parked_messages")).isEqualTo(parked + 1));
	}

	@Test
	void answersAtOnceWhileTheDatabaseIsAwayAndTellsNothingThatItDoesNotKnow(CapturedOutput log) {
		UUID alice = this.api.accepted(Somebody.fresh()).id();
		Awaitility.await().until(() -> this.api.scrape().has("onboard_people"));
		Database.shared().crash();
		Scrape away = Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(this.api::scrape, (scrape) -> atOnce(scrape) && OF_THE_DATABASE.stream().noneMatch(scrape::has));
		assertThat(away.has("onboard_publishes_total", "word", "confirmed")).isTrue();
		assertThat(away.has("onboard_alerts_total", "system", "slack")).isTrue();
		this.api.get("/users/" + alice).expect(503);
		assertThat(log.getOut().lines().filter((line) -> line.contains("Our database fails"))).isNotEmpty()
			.allMatch((line) -> line.matches(".*\\[" + alice + "] \\[[0-9a-f]{32}].*"));
		Database.shared().start();
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> this.api.scrape().has("onboard_people"));
	}

	@Test
	void answersAtOnceWhileTheBrokerIsAway() {
		Awaitility.await().until(() -> this.api.scrape().has("onboard_queue_messages", "queue", "task.events"));
		Broker.shared().crash();
		Awaitility.await()
			.atMost(Duration.ofSeconds(40))
			.until(this.api::scrape, (scrape) -> atOnce(scrape) && !scrape.has("onboard_queue_messages"));
		UUID alice = this.api.accepted(Somebody.fresh()).id();
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(this.api::scrape, (scrape) -> atOnce(scrape) && scrape.sum("onboard_outbox_due") == 1
					&& scrape.sum("onboard_outbox_oldest_due_seconds") > 0);
		assertThat(this.api.scrape().has("onboard_queue_consumers")).isFalse();
		Broker.shared().start();
		this.mail = new Wire("mail");
		assertThat(traceparent(heard("mail.create", alice))).matches(BEGUN_HERE);
	}

	@Test
	void goesOnWithTheTraceOfARequest() {
		UUID alice = this.api.post(Somebody.json(Somebody.fresh()), "traceparent", TRACEPARENT).expect(202).id();
		assertThat(traceparent(heard("mail.create", alice))).startsWith("00-" + TRACE + "-").hasSize(55);
	}

	@Test
	void aRetryByHandIsInTheTraceOfWhoAsksForIt() {
		NewPerson bob = Somebody.fresh();
		UUID id = this.api.accepted(bob).id();
		this.mail.say(report(MAIL, FAILED, id, bob));
		Awaitility.await().until(() -> this.api.step(id, "mail").get("state").stringValue().equals("FAILED"));
		this.api
			.send("POST", "/users/" + id + "/steps/mail/retry", "{\"reason\":\"mended\"}", "Content-Type",
					"application/json", "traceparent", TRACEPARENT)
			.expect(202);
		assertThat(traceparent(heard("mail.control", id))).startsWith("00-" + TRACE + "-").hasSize(55);
	}

	@ParameterizedTest
	@ValueSource(strings = { "none", "garbage", "00-" + TRACE, "ff-" + TRACE + "-00f067aa0ba902b7-01",
			"00-00000000000000000000000000000000-00f067aa0ba902b7-01", "00-" + TRACE + "-00f067aa0ba902b7-01-more",
			"00-" + TRACE + "-00f067aa0ba902b7-\u00ff\u00ff" })
	void beginsATraceWhereARequestHasNone(String traceparent) {
		String json = Somebody.json(Somebody.fresh());
		Answer answer = traceparent.equals("none") ? this.api.post(json)
				: this.api.post(json, "traceparent", traceparent, "tracestate", "=,=;\u00ff", "baggage", "%%%=;,");
		assertThat(traceparent(heard("mail.create", answer.expect(202).id()))).matches(BEGUN_HERE)
			.doesNotContain(TRACE);
	}

	/** Figures are some time old: these are of after the last test. */
	private Scrape takenNow() {
		this.api.accepted(Somebody.fresh());
		int people = count("person");
		Awaitility.await().until(() -> this.api.scrape().sum("onboard_people") == people);
		return this.api.scrape();
	}

	private int count(String rows) {
		return this.jdbc.sql("select count(*) from " + rows).query(Integer.class).single();
	}

	/**
	 * A machine may be busy; but what waits for something that is away is never so quick.
	 */
	private static boolean atOnce(Scrape scrape) {
		return scrape.took().compareTo(Duration.ofSeconds(1)) < 0;
	}

	private void await(Scrape before, String name, double more, String... labels) {
		Awaitility.await(name + " " + List.of(labels))
			.untilAsserted(
					() -> assertThat(this.api.scrape().sum(name, labels) - before.sum(name, labels)).isEqualTo(more));
	}

	private void awaitNone(String name, String... labels) {
		Awaitility.await(name + " " + List.of(labels)).until(() -> {
			Scrape scrape = this.api.scrape();
			return scrape.has(name, labels) && scrape.sum(name, labels) == 0;
		});
	}

	/** What the task-service said about a person. */
	private GetResponse heard(String queue, UUID person) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.mail.take(queue),
					(message) -> Wire.read(message) instanceof PersonEvent said && said.person().id().equals(person));
	}

	private static @Nullable String traceparent(GetResponse message) {
		Object header = message.getProps().getHeaders().get("traceparent");
		return (header != null) ? header.toString() : null;
	}

	private static StepReport report(TargetSystem system, StepResult result, UUID id, NewPerson person) {
		return new StepReport(system, result, Somebody.known(id, person), Attempt.FIRST, "", Instant.now(), null,
				List.of());
	}

}
