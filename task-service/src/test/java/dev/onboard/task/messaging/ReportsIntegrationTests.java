package dev.onboard.task.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.rabbitmq.client.AMQP.BasicProperties;
import dev.onboard.events.ActivationReport;
import dev.onboard.events.Attempt;
import dev.onboard.events.EventJson;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.StepRetry;
import dev.onboard.events.TargetReport;
import dev.onboard.events.TargetSystem;
import dev.onboard.task.Api;
import dev.onboard.task.NewPerson;
import dev.onboard.task.Somebody;
import dev.onboard.task.TaskServiceTest;
import dev.onboard.testing.Wire;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@TaskServiceTest
class ReportsIntegrationTests {

	private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

	private final Api api;

	private final NewPerson alice = Somebody.fresh();

	private final Wire mail = new Wire("mail");

	private final Wire web = new Wire("web");

	private final Wire task = new Wire("task");

	ReportsIntegrationTests(@Autowired Api api) {
		this.api = api;
	}

	@AfterEach
	void disconnect() {
		this.mail.close();
		this.web.close();
		this.task.close();
	}

	@ParameterizedTest
	@CsvSource({ "ADDED, DONE, ", "RETRYING, RETRYING, 2026-11-23T12:00:05Z", "FAILED, FAILED, " })
	void showsWhatTheMailServiceReports(StepResult result, String state, @Nullable Instant next) {
		UUID id = this.api.accepted(this.alice).id();
		this.mail.say(new StepReport(TargetSystem.MAIL, result, Somebody.known(id, this.alice), new Attempt(1, 2),
				"it is so, вот", NOON, next, List.of()));
		JsonNode step = awaitMailStep(id, state);
		assertThat(step.get("attempts").intValue()).isEqualTo(2);
		assertThat(step.get("detail").stringValue()).isEqualTo("it is so, вот");
		assertThat(step.get("updatedAt").stringValue()).isEqualTo(NOON.toString());
		assertThat(step.get("nextAttemptAt").asString(null)).isEqualTo((next != null) ? next.toString() : null);
	}

	@Test
	void makesAPersonReady() {
		UUID id = this.api.accepted(this.alice).id();
		this.mail.say(added(TargetSystem.MAIL, id));
		this.web.say(added(TargetSystem.SLACK, id));
		this.web.say(new StepReport(TargetSystem.REDMINE, StepResult.SKIPPED, Somebody.known(id, this.alice),
				Attempt.FIRST, "not configured", NOON, null, List.of()));
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> this.api.get("/users/" + id).json().get("state").stringValue().equals("READY"));
	}

	@Test
	void parksAReportAboutNobodyAndHandlesTheNext() {
		UUID nobody = UUID.randomUUID();
		UUID id = this.api.accepted(this.alice).id();
		StepReport report = added(TargetSystem.MAIL, nobody);
		this.mail.publish(report.type(), Wire.properties(report).builder().messageId("the-first").build(),
				EventJson.write(report));
		this.mail.say(added(TargetSystem.MAIL, id));
		JsonNode parked = parked(nobody.toString());
		assertThat(parked.get("queue").stringValue()).isEqualTo("task.events");
		assertThat(parked.get("reason").stringValue()).isEqualTo("nobody has the id " + nobody);
		assertThat(parked.get("exception").stringValue()).endsWith("UnknownPersonException");
		assertThat(parked.get("messageId").stringValue()).isEqualTo("the-first");
		assertThat(parked.get("type").stringValue()).isEqualTo("user.mail.added");
		assertThat(parked.get("person").stringValue()).isEqualTo(nobody.toString());
		assertThat(parked.get("body").stringValue())
			.isEqualTo(new String(EventJson.write(report), StandardCharsets.UTF_8));
		awaitMailStep(id, "DONE");
	}

	@Test
	void parksAReportThatTheDatabaseCannotKeepAndHandlesTheNext() {
		UUID id = this.api.accepted(this.alice).id();
		this.mail.say(new StepReport(TargetSystem.MAIL, StepResult.FAILED, Somebody.known(id, this.alice),
				Attempt.FIRST, "zero: \0", NOON, null, List.of()));
		assertThat(parked(id.toString()).get("queue").stringValue()).isEqualTo("task.events");
		assertThat(awaitMailStep(id, "FAILED").get("detail").stringValue()).contains("task.events was parked");
		this.mail.say(added(TargetSystem.MAIL, id));
		awaitMailStep(id, "DONE");
	}

	@Test
	void parksWhatItCannotRead() {
		String token = Somebody.token();
		this.mail.publish("user.mail.added",
				new BasicProperties.Builder().type("user.mail.added")
					.headers(Map.of("__TypeId__", "java.lang.Object"))
					.build(),
				("{\"" + token).getBytes(StandardCharsets.UTF_8));
		assertThat(parked(token).get("reason").stringValue()).contains("user.mail.added").contains("cannot be read");
	}

	@Test
	void leavesOrdersToOthersAlone() {
		UUID id = this.api.accepted(this.alice).id();
		this.task.say(new StepRetry(TargetSystem.MAIL, Somebody.known(id, this.alice), Attempt.FIRST, null));
		this.mail.say(added(TargetSystem.MAIL, id));
		awaitMailStep(id, "DONE");
	}

	@Test
	void hearsHowATargetIs(@Autowired JdbcClient jdbc) {
		jdbc.sql("delete from reported_target").update();
		this.web.say(new TargetReport(TargetSystem.REDMINE, TargetReport.News.STATUS, false, "", null, null, 5, 2, null,
				NOON));
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> this.api.get("/targets/redmine").json().path("waiting").asInt(0) == 5);
		jdbc.sql("delete from reported_target").update();
	}

	@Test
	void hearsWhatBecameOfALink() {
		UUID id = this.api.accepted(this.alice).id();
		this.mail.say(new ActivationReport(ActivationReport.State.SENT, Somebody.known(id, this.alice), Attempt.FIRST,
				"mailed", NOON, null));
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> this.api.page(id).at("/activation/state").asString("").equals("SENT"));
	}

	private StepReport added(TargetSystem system, UUID id) {
		return new StepReport(system, StepResult.ADDED, Somebody.known(id, this.alice), Attempt.FIRST, "done", NOON,
				null, List.of());
	}

	private JsonNode parked(String about) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> this.api.get("/parked?limit=200")
				.expect(200)
				.json()
				.get("parked")
				.valueStream()
				.filter((message) -> message.get("body").stringValue().contains(about))
				.findAny(), Optional::isPresent)
			.orElseThrow();
	}

	private JsonNode awaitMailStep(UUID id, String state) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> this.api.get("/users/" + id).json().at("/steps/0"),
					(step) -> step.get("state").stringValue().equals(state));
	}

}
