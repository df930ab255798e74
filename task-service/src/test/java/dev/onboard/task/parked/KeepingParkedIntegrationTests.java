package dev.onboard.task.parked;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import dev.onboard.delivery.ParkedMessage;
import dev.onboard.events.Attempt;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.TargetSystem;
import dev.onboard.task.Api;
import dev.onboard.task.FollowingSteps;
import dev.onboard.task.NewPerson;
import dev.onboard.task.Reported;
import dev.onboard.task.Somebody;
import dev.onboard.task.TaskServiceTest;
import dev.onboard.task.erasing.ErasingPeople;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of a person when a message about them was parked. */
@TaskServiceTest
class KeepingParkedIntegrationTests {

	private static final String[] SYSTEMS = { "mail", "redmine", "slack" };

	private final NewPerson alice = Somebody.fresh();

	private final Api api;

	private final KeepingParked keeping;

	private final FollowingSteps following;

	private final ErasingPeople erasing;

	private final TransactionTemplate transaction;

	private final JdbcClient jdbc;

	private UUID id = UUID.randomUUID();

	KeepingParkedIntegrationTests(@Autowired Api api, @Autowired KeepingParked keeping,
			@Autowired FollowingSteps following, @Autowired ErasingPeople erasing,
			@Autowired TransactionTemplate transaction, @Autowired JdbcClient jdbc) {
		this.api = api;
		this.keeping = keeping;
		this.following = following;
		this.erasing = erasing;
		this.transaction = transaction;
		this.jdbc = jdbc;
	}

	@BeforeEach
	void accept() {
		this.id = this.api.accepted(this.alice).id();
	}

	@ParameterizedTest
	@CsvSource({ "mail.create, user.create, mail", "mail.create, user.mail.retry, mail",
			"mail.control, user.mail.retry, mail", "web.redmine, user.mail.added, redmine",
			"web.redmine, user.mail.skipped, redmine", "web.redmine, user.redmine.retry, redmine",
			"web.slack, user.mail.added, slack", "web.slack, user.slack.retry, slack",
			"web.control, user.redmine.retry, redmine", "web.control, user.slack.retry, slack",
			"task.events, user.mail.added, mail", "task.events, user.slack.failed, slack" })
	void theStepThatStandsStillHasFailed(String queue, String type, String system) {
		this.keeping.keep(Parkings.of(queue, type, Parkings.about(this.id, 1, 1)));
		JsonNode page = this.api.page(this.id);
		assertThat(page.get("state").stringValue()).isEqualTo("NEEDS_ATTENTION");
		for (String other : SYSTEMS) {
			assertThat(state(other)).as(other).isEqualTo(other.equals(system) ? "FAILED" : "PENDING");
		}
		assertThat(this.api.step(this.id, system).get("detail").stringValue())
			.contains("a message of " + queue + " was parked: nobody can read it", "/parked/");
		assertThat(page.get("history")).last()
			.satisfies((line) -> assertThat(line.get("what").stringValue()).isEqualTo("failed"));
	}

	@ParameterizedTest
	@CsvSource({ "mail.control, user.activation.send", "mail.control, user.mail.refresh",
			"web.slack, user.slack.refresh", "web.slack, user.redmine.added", "web.control, user.mail.retry",
			"task.events, user.mail.retry", "task.events, user.activation.used", "mail.create, user.destroy",
			"mail.create, ", "mail.gone, user.create", ", user.create" })
	void noStepStandsStill(String queue, String type) {
		this.keeping.keep(Parkings.of(queue, type, Parkings.about(this.id, 1, 1)));
		assertThat(this.api.page(this.id).get("state").stringValue()).isEqualTo("IN_PROGRESS");
		assertThat(parkedAboutThem()).isEqualTo(1);
	}

	@Test
	void nothingIsKeptThatTellsOfSomebodyWhoWasErased() {
		this.keeping.keep(Parkings.of("mail.control", "user.mail.refresh", Parkings.about(this.id, 1, 1)));
		assertThat(parkedAboutThem()).isEqualTo(1);
		skipAll();
		this.api
			.send("DELETE", "/users/" + this.id, "{\"reason\":\"they asked for it\"}", "Content-Type",
					"application/json")
			.expect(202);
		assertThat(parkedAboutThem()).isZero();
		this.keeping.keep(Parkings.of("web.slack", "user.mail.added", Parkings.about(this.id, 1, 1)));
		assertThat(parkedAboutThem()).isZero();
		this.keeping.keep(Parkings.of("mail.control", "user.erase", this.id.toString(), new byte[] { '{' }));
		assertThat(parkedAboutThem()).isEqualTo(1);
	}

	/** No step waits for the first, and the mail step, which has ended, for the other. */
	@ParameterizedTest
	@CsvSource({ "mail.control, user.mail.refresh", "mail.create, user.create" })
	void nothingIsKeptOfSomebodyWhoIsErasedMeanwhile(String queue, String type) throws Exception {
		ParkedMessage message = Parkings.of(queue, type, Parkings.about(this.id, 1, 1));
		skipAll();
		CompletableFuture<Void> keeping = whileLocked(() -> this.erasing.erase(this.id, "asked"), message, () -> {
		});
		keeping.get();
		assertThat(parkedAboutThem()).isZero();
	}

	@Test
	void whoIsErasedAndWhatIsParkedOfThemAgainDoNotWaitForEachOther() throws Exception {
		String body = Parkings.about(this.id, 1, 1);
		this.keeping.keep(Parkings.of("mail.create", "user.create", body));
		skipAll();
		CompletableFuture<Void> keeping = whileLocked(this::lockPerson, Parkings.of("mail.create", "user.create", body),
				() -> this.erasing.erase(this.id, "asked"));
		keeping.get();
		assertThat(parkedAboutThem()).isZero();
	}

	@Test
	void aBodyThatNobodyCanReadIsAboutThePersonOfItsCorrelationId() {
		this.keeping
			.keep(Parkings.of("mail.create", "user.create", this.id.toString(), "{".getBytes(StandardCharsets.UTF_8)));
		assertThat(state("mail")).isEqualTo("FAILED");
		assertThat(parkedAboutThem()).isEqualTo(1);
	}

	@Test
	void aNumberThatNobodyCanReadCountsAsTheLastAttempt() {
		report(StepResult.RETRYING, new Attempt(1, 3));
		this.keeping.keep(Parkings.of("mail.create", "user.mail.retry", Parkings.about(this.id, 0, -1)));
		assertThat(state("mail")).isEqualTo("FAILED");
		assertThat(this.api.step(this.id, "mail").get("attempts").intValue()).isEqualTo(3);
	}

	@Test
	void whatWasAskedForAnewSinceDoesNotFail() {
		this.api.decide(this.id, "mail", "retry").expect(202);
		this.keeping.keep(Parkings.of("mail.create", "user.create", Parkings.about(this.id, 1, 1)));
		assertThat(state("mail")).isEqualTo("PENDING");
		this.keeping.keep(Parkings.of("mail.control", "user.mail.retry", Parkings.about(this.id, 2, 1)));
		assertThat(state("mail")).isEqualTo("FAILED");
	}

	@Test
	void theMailboxCanHaveTakenManyAttemptsBeforeTheNextStepFails() {
		report(StepResult.ADDED, new Attempt(3, 9));
		this.keeping.keep(Parkings.of("web.slack", "user.mail.added", Parkings.about(this.id, 3, 9)));
		assertThat(this.api.step(this.id, "slack").get("attempts").intValue()).isEqualTo(1);
		assertThat(state("slack")).isEqualTo("FAILED");
		assertThat(state("mail")).isEqualTo("DONE");
	}

	@Test
	void whatIsDoneStaysDone() {
		report(StepResult.ADDED, Attempt.FIRST);
		this.keeping.keep(Parkings.of("mail.create", "user.create", Parkings.about(this.id, 1, 1)));
		assertThat(state("mail")).isEqualTo("DONE");
	}

	@Test
	void whatWasLeftOutStaysLeftOut() {
		report(StepResult.SKIPPED, Attempt.FIRST);
		this.keeping.keep(Parkings.of("task.events", "user.mail.skipped", Parkings.about(this.id, 1, 1)));
		this.keeping.keep(Parkings.of("mail.create", "user.mail.retry", Parkings.about(this.id, 1, 2)));
		assertThat(state("mail")).isEqualTo("SKIPPED");
	}

	@Test
	void itIsDoneAfterAllWhenItWasSentAgain() {
		this.keeping.keep(Parkings.of("mail.create", "user.create", Parkings.about(this.id, 1, 1)));
		report(StepResult.RETRYING, Attempt.FIRST);
		assertThat(state("mail")).isEqualTo("RETRYING");
		report(StepResult.ADDED, new Attempt(1, 2));
		assertThat(state("mail")).isEqualTo("DONE");
		assertThat(this.api.page(this.id).get("state").stringValue()).isEqualTo("IN_PROGRESS");
	}

	@Test
	void aMessageAboutNobodyIsKept() {
		this.id = UUID.randomUUID();
		this.keeping.keep(Parkings.of("mail.create", "user.create", Parkings.about(this.id, 1, 1)));
		assertThat(parkedAboutThem()).isEqualTo(1);
	}

	/** Keeps a message while somebody who has the person locked goes on. */
	private CompletableFuture<Void> whileLocked(Runnable first, ParkedMessage message, Runnable then) {
		return Objects.requireNonNull(this.transaction.execute((tx) -> {
			first.run();
			CompletableFuture<Void> keeping = CompletableFuture.runAsync(() -> this.keeping.keep(message));
			Awaitility.await().until(() -> keeping.isDone() || somebodyWaits());
			then.run();
			return keeping;
		}));
	}

	private boolean somebodyWaits() {
		return this.jdbc.sql("select exists (select from pg_locks where not granted)").query(Boolean.class).single();
	}

	private void lockPerson() {
		this.jdbc.sql("select id from person where id = :id for update")
			.param("id", this.id)
			.query(UUID.class)
			.single();
	}

	private void skipAll() {
		for (TargetSystem system : TargetSystem.values()) {
			this.following.follow(Reported.of(system, StepResult.SKIPPED, Somebody.known(this.id, this.alice), 1));
		}
	}

	private void report(StepResult result, Attempt attempt) {
		this.following.follow(new StepReport(TargetSystem.MAIL, result, Somebody.known(this.id, this.alice), attempt,
				"so", Instant.now(), null, List.of()));
	}

	private String state(String system) {
		return this.api.step(this.id, system).get("state").stringValue();
	}

	private long parkedAboutThem() {
		return this.api.get("/parked?limit=200")
			.json()
			.get("parked")
			.valueStream()
			.filter((message) -> message.get("person").asString("").equals(this.id.toString()))
			.count();
	}

}
