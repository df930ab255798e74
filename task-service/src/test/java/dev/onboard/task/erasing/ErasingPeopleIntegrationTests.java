package dev.onboard.task.erasing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import com.rabbitmq.client.GetResponse;
import dev.onboard.events.ActivationReport;
import dev.onboard.events.Attempt;
import dev.onboard.events.Event;
import dev.onboard.events.Person;
import dev.onboard.events.StepResult;
import dev.onboard.events.TargetSystem;
import dev.onboard.events.UserCreate;
import dev.onboard.events.UserErase;
import dev.onboard.task.Answer;
import dev.onboard.task.Api;
import dev.onboard.task.Ears;
import dev.onboard.task.FollowingSteps;
import dev.onboard.task.NewPerson;
import dev.onboard.task.Reported;
import dev.onboard.task.Somebody;
import dev.onboard.task.TaskServiceTest;
import dev.onboard.task.activation.FollowingActivation;
import dev.onboard.testing.Wire;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@TaskServiceTest
@ExtendWith(OutputCaptureExtension.class)
class ErasingPeopleIntegrationTests {

	private static final String REASON = "asked for it by letter";

	private final String token = Somebody.token();

	private final NewPerson alice = new NewPerson("alice." + this.token, "Alice" + this.token, "Ivanova" + this.token,
			"alice@" + this.token + ".example", null, null);

	private final Api api;

	private final FollowingSteps steps;

	private final FollowingActivation activation;

	private final JdbcClient jdbc;

	private final Ears ears;

	private final Wire task = new Wire("task");

	private final Wire mail = new Wire("mail");

	private UUID id = new UUID(0, 0);

	private Person known = Somebody.known(this.id, this.alice);

	ErasingPeopleIntegrationTests(@Autowired Api api, @Autowired FollowingSteps steps,
			@Autowired FollowingActivation activation, @Autowired JdbcClient jdbc) {
		this.api = api;
		this.steps = steps;
		this.activation = activation;
		this.jdbc = jdbc;
		this.ears = new Ears(jdbc);
	}

	@BeforeEach
	void accept() {
		this.id = this.api.post(Somebody.json(this.alice), "Idempotency-Key", this.token).expect(202).id();
		this.known = Somebody.known(this.id, this.alice);
	}

	@AfterEach
	void close() {
		this.ears.close();
		this.task.close();
		this.mail.close();
	}

	@Test
	void leavesNothingOfAPersonButATombstone(CapturedOutput log) {
		finish();
		assertThat(traces()).as("before").hasSizeGreaterThan(5);
		JsonNode erasure = erase(REASON).expect(202).json();
		assertThat(traces()).isEmpty();
		assertThat(this.jdbc.sql("select fingerprint from idempotency_key where person_id = :id")
			.param("id", this.id)
			.query(String.class)
			.single()).as("of the request").isEmpty();
		assertThat(erasure.propertyNames()).containsExactly("id", "erasedAt", "reason", "detail", "remains");
		assertThat(erasure.get("reason").stringValue()).isEqualTo(REASON);
		assertThat(erasure.get("detail").stringValue()).contains("are not deleted");
		assertThat(erasure.get("remains").valueStream().map(JsonNode::stringValue)).containsExactly(
				"the mailbox " + this.known.address() + " and its aliases, on the mail server",
				"the post about " + this.known.fullName() + ", in Slack");
		assertThat(log).contains("Erased " + this.id + ": " + REASON);
	}

	@Test
	void tellsTheOthersToForgetWithoutSayingWhoItWas() {
		finish();
		this.ears.hear(this.id);
		erase(REASON).expect(202);
		UserErase erase = new UserErase(this.id, Attempt.FIRST);
		assertThat(this.ears.hear(this.id)).as("to both services").containsExactly(erase, erase);
	}

	@Test
	void takesNoReasonThatNamesThePersonInOtherCodePoints() {
		this.api.patch(this.id, "{\"firstName\":\"Zoë\"}").expect(200);
		finish();
		assertThat(erase("for Zoe\u0308").problem(400).at("/errors/0/field").stringValue()).isEqualTo("reason");
	}

	@Test
	void afterwardsNobodyHasTheIdAndTheLoginIsFree() {
		finish();
		Instant erasedAt = Instant.parse(erase(REASON).expect(202).json().get("erasedAt").stringValue());
		assertThat(this.api.get("/users/" + this.id).problem(410).get("detail").stringValue())
			.contains(erasedAt.toString(), REASON);
		this.api.patch(this.id, "{\"lastName\":\"Petrova\"}").problem(410);
		this.api.decide(this.id, "mail", "retry").problem(410);
		assertThat(this.api.get("/users?search=" + this.token).json().get("users")).isEmpty();
		UUID other = this.api.accepted(this.alice).id();
		assertThat(other).isNotEqualTo(this.id);
		assertThat(this.ears.hear(other))
			.containsExactly(new UserCreate(Somebody.known(other, this.alice), Attempt.FIRST));
	}

	@Test
	void afterwardsARepeatOfTheirRequestAddsNobody() {
		finish();
		erase(REASON).expect(202);
		for (String body : List.of(Somebody.json(this.alice), Somebody.json(Somebody.fresh()))) {
			assertThat(this.api.post(body, "Idempotency-Key", this.token).problem(410).get("detail").stringValue())
				.contains(REASON);
		}
		assertThat(this.api.get("/users?search=" + this.token).json().get("users")).isEmpty();
	}

	@Test
	void erasingAgainSaysTheSameAndTellsTheOthersAgain() {
		finish();
		JsonNode first = erase(REASON).expect(202).json();
		this.ears.hear(this.id);
		JsonNode again = erase("another reason").expect(202).json();
		assertThat(again.get("erasedAt")).isEqualTo(first.get("erasedAt"));
		assertThat(again.get("reason")).isEqualTo(first.get("reason"));
		assertThat(again.has("remains")).isFalse();
		assertThat(this.ears.hear(this.id)).hasSize(2);
	}

	@Test
	void aLateReportIsDroppedAndBringsNothingBack(CapturedOutput log) {
		finish();
		erase(REASON).expect(202);
		List<Event> late = List.of(Reported.of(TargetSystem.MAIL, StepResult.ADDED, this.known, 1),
				Reported.of(TargetSystem.MAIL, StepResult.FAILED, this.known, 2), sent(2));
		late.forEach(this.mail::say);
		Awaitility.await()
			.until(() -> late.stream().allMatch((event) -> log.getAll().contains("Dropping " + event.type() + ": ")));
		assertThat(traces()).isEmpty();
		assertThat(this.task.drain("task.parked").stream().map(GetResponse::getBody))
			.noneMatch((body) -> new String(body, StandardCharsets.UTF_8).contains(this.token));
		this.api.get("/users/" + this.id).problem(410);
	}

	@ParameterizedTest
	@CsvSource({ ", PENDING, Wait until it is DONE", "RETRYING, RETRYING, Wait until it is DONE",
			"FAILED, FAILED, First leave it out" })
	void erasesNobodyWhileAStepIsOpen(@Nullable StepResult result, String state, String advice) {
		follow(TargetSystem.MAIL, StepResult.ADDED);
		follow(TargetSystem.SLACK, StepResult.ADDED);
		if (result != null) {
			follow(TargetSystem.REDMINE, result);
		}
		this.ears.hear(this.id);
		JsonNode page = this.api.page(this.id);
		String detail = erase(REASON).problem(409).get("detail").stringValue();
		assertThat(detail).contains("The redmine step is " + state, advice,
				"POST /users/" + this.id + "/steps/redmine/skip");
		assertThat(this.api.page(this.id)).isEqualTo(page);
		assertThat(this.ears.hear(this.id)).isEmpty();
	}

	@Test
	void erasesNobodyWhoNeverWas() {
		this.api.sendJson("DELETE", "/users/" + UUID.randomUUID(), "{\"reason\":\"why\"}").problem(404);
		this.api.sendJson("DELETE", "/users/alice", "{\"reason\":\"why\"}").problem(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "", "{\"reason\":\" \"}", "{\"reason\":\"x\",\"confirm\":\"y\"}" })
	void erasesNobodyWithoutAReason(String body) {
		finish();
		this.api.sendJson("DELETE", "/users/" + this.id, body).problem(400);
		assertThat(this.api.page(this.id).get("state").stringValue()).isEqualTo("READY");
	}

	@Test
	void keepsNoReasonThatNamesThePerson() {
		finish();
		for (String name : List.of(this.alice.login(), this.known.address(), this.alice.firstName(),
				this.alice.lastName().toUpperCase(Locale.ROOT), "alice@" + this.token + ".example")) {
			JsonNode problem = erase("as " + name + ", asked").problem(400);
			assertThat(problem.at("/errors/0/field").stringValue()).isEqualTo("reason");
		}
		erase("as Alice" + this.token + "s manager asked").expect(202);
	}

	/** With everything that can be known of a person. */
	private void finish() {
		follow(TargetSystem.REDMINE, StepResult.SKIPPED);
		follow(TargetSystem.SLACK, StepResult.ADDED);
		follow(TargetSystem.MAIL, StepResult.ADDED);
		this.activation.follow(sent(1));
		assertThat(this.api.page(this.id).get("state").stringValue()).isEqualTo("READY");
	}

	private void follow(TargetSystem system, StepResult result) {
		this.steps.follow(Reported.of(system, result, this.known, 1));
	}

	private ActivationReport sent(int issue) {
		return new ActivationReport(ActivationReport.State.SENT, this.known, new Attempt(issue, 1),
				"activation link mailed to " + this.known.contactEmail(), Instant.parse("2026-11-24T12:00:00Z"), null);
	}

	private Answer erase(String reason) {
		return this.api.sendJson("DELETE", "/users/" + this.id, "{\"reason\":\"" + reason + "\"}");
	}

	/**
	 * Every row of every table with a word of the person, or, but for the tombstone, with
	 * their id; what is said to the others besides.
	 */
	private List<String> traces() {
		Awaitility.await().until(() -> this.jdbc.sql("select count(*) from outbox").query(Integer.class).single() == 0);
		return this.jdbc.sql("select table_name from information_schema.tables where table_schema = current_schema()")
			.query(String.class)
			.list()
			.stream()
			.filter((table) -> !table.equals("erased"))
			.flatMap((table) -> this.jdbc.sql("select '" + table + " ' || r::text from " + table + " r")
				.query(String.class)
				.list()
				.stream())
			.filter((row) -> row.contains(this.token)
					|| (row.contains(this.id.toString()) && !row.startsWith("idempotency_key ")))
			.toList();
	}

}
