package dev.onboard.task;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.onboard.events.Attempt;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.TargetSystem;
import dev.onboard.testing.Broker;
import dev.onboard.testing.Database;
import dev.onboard.testing.Project;
import dev.onboard.testing.Wire;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@TaskServiceTest
class DatabaseAwayIntegrationTests {

	private final Api api;

	DatabaseAwayIntegrationTests(@Autowired Api api) {
		this.api = api;
	}

	@AfterEach
	void start() {
		Database.shared().start();
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> this.api.get("/users").status() == 200);
	}

	@Test
	void saysSoAtOnceAndWorksAgainByItself() {
		String alice = Somebody.json(Somebody.fresh());
		String key = UUID.randomUUID().toString();
		UUID before = this.api.accepted(Somebody.fresh()).id();
		Database.shared().crash();
		assertUnavailable(this.api.post(alice, "Idempotency-Key", key));
		assertUnavailable(this.api.get("/users/" + before));
		assertUnavailable(this.api.get("/users"));
		assertUnavailable(this.api.as("a token that nobody has looked up").get("/users"));
		assertUnavailable(this.api.post(alice, "Idempotency-Key", key));
		this.api.get("/readyz").expect(503);
		this.api.get("/livez").expect(200);
		start();
		this.api.get("/users/" + before).expect(200);
		this.api.post(alice, "Idempotency-Key", key).expect(202);
		this.api.get("/readyz").expect(200);
	}

	/** It is there, and does not say a word. */
	@Test
	void saysSoInTimeWhenTheDatabaseHangs(@Autowired TransactionTemplate transaction, @Autowired JdbcClient jdbc) {
		String alice = Somebody.json(Somebody.fresh());
		String key = UUID.randomUUID().toString();
		transaction.executeWithoutResult((tx) -> {
			jdbc.sql("lock table person in access exclusive mode").update();
			assertUnavailable(this.api.post(alice, "Idempotency-Key", key));
		});
		this.api.post(alice, "Idempotency-Key", key).expect(202);
	}

	/** What came before has taken some of the time. */
	@Test
	void saysSoInTimeWhenTheDatabaseHangsAfterAWhile(@Autowired TransactionTemplate transaction,
			@Autowired JdbcClient jdbc) {
		String alice = Somebody.json(Somebody.fresh());
		String key = UUID.randomUUID().toString();
		CountDownLatch locked = new CountDownLatch(1);
		CompletableFuture<Void> aWhile = CompletableFuture.runAsync(() -> transaction.executeWithoutResult((tx) -> {
			jdbc.sql("lock table idempotency_key in access exclusive mode").update();
			locked.countDown();
			jdbc.sql("select pg_sleep(1)").query((row, number) -> 0).list();
		}));
		transaction.executeWithoutResult((tx) -> {
			jdbc.sql("lock table person in access exclusive mode").update();
			assertThat(await(locked)).isTrue();
			assertUnavailable(this.api.post(alice, "Idempotency-Key", key));
		});
		aWhile.orTimeout(10, TimeUnit.SECONDS).join();
		this.api.post(alice, "Idempotency-Key", key).expect(202);
	}

	private static boolean await(CountDownLatch latch) {
		try {
			return latch.await(10, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** Whether it is a token is not known, so it is not said to be none. */
	@Test
	void saysSoInTimeWhenATokenCannotBeLookedUp(@Autowired TransactionTemplate transaction,
			@Autowired JdbcClient jdbc) {
		Api unknown = this.api.as("a token that nobody has looked up");
		String alice = Somebody.json(Somebody.fresh());
		transaction.executeWithoutResult((tx) -> {
			jdbc.sql("lock table api_token in access exclusive mode").update();
			assertUnavailable(unknown.post(alice));
			assertUnavailable(unknown.get("/users"));
		});
		unknown.post(alice).problem(401);
	}

	@Test
	void losesNoReportAndBouncesNone() throws Exception {
		List<NewPerson> team = new ArrayList<>();
		List<UUID> ids = new ArrayList<>();
		for (int number = 0; number < 20; number++) {
			team.add(Somebody.fresh());
			ids.add(this.api.accepted(team.get(number)).id());
		}
		EventQueue before = EventQueue.now();
		Database.shared().crash();
		try (Wire mail = new Wire("mail")) {
			for (int number = 0; number < team.size(); number++) {
				mail.say(new StepReport(TargetSystem.MAIL, StepResult.ADDED,
						Somebody.known(ids.get(number), team.get(number)), Attempt.FIRST, "", Instant.now(), null,
						List.of()));
			}
		}
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::pausedBecauseOfTheDatabase);
		Database.shared().start();
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(ids).allSatisfy((id) -> assertThat(
					this.api.get("/users/" + id).expect(200).json().at("/steps/0/state").stringValue())
				.isEqualTo("DONE")));
		assertThat(pausedBecauseOfTheDatabase()).isFalse();
		EventQueue after = Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(EventQueue::now, (queue) -> queue.acknowledged() >= before.acknowledged() + team.size()
					&& queue.redelivered() > before.redelivered());
		assertThat(after.redelivered() - before.redelivered()).as("each was in hand once when the listeners paused")
			.isLessThanOrEqualTo(16);
	}

	private static void assertUnavailable(Answer answer) {
		assertThat(answer.took()).isLessThan(Duration.ofSeconds(2));
		assertThat(answer.problem(503).get("detail").stringValue()).contains("Send the same request again");
		assertThat(answer.headers()).containsEntry("retry-after", "5");
	}

	private boolean pausedBecauseOfTheDatabase() {
		return this.api.watch("/actuator/health").json().at("/components/listeners/details").has("pausedBecause");
	}

	/** What the broker counted since it started; it counts every five seconds. */
	private record EventQueue(int acknowledged, int redelivered) {

		static EventQueue now() throws Exception {
			String login = Base64.getEncoder()
				.encodeToString(("monitoring:" + Project.PASSWORD).getBytes(StandardCharsets.UTF_8));
			URI queue = URI
				.create("http://localhost:" + Broker.shared().managementPort() + "/api/queues/%2F/task.events");
			String answer = HttpClient.newHttpClient()
				.send(HttpRequest.newBuilder(queue).header("Authorization", "Basic " + login).build(),
						BodyHandlers.ofString())
				.body();
			JsonNode counted = JsonMapper.shared().readTree(answer).path("message_stats");
			return new EventQueue(counted.path("ack").asInt(0), counted.path("redeliver").asInt(0));
		}

	}

}
