package dev.onboard.task.targets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import dev.onboard.events.Attempt;
import dev.onboard.events.Choice;
import dev.onboard.events.Decision;
import dev.onboard.events.Person;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.TargetReport;
import dev.onboard.events.TargetReport.News;
import dev.onboard.events.TargetResume;
import dev.onboard.events.TargetSystem;
import dev.onboard.task.Answer;
import dev.onboard.task.Api;
import dev.onboard.task.DecidingByHand;
import dev.onboard.task.Ears;
import dev.onboard.task.FollowingSteps;
import dev.onboard.task.NewPerson;
import dev.onboard.task.Reported;
import dev.onboard.task.Somebody;
import dev.onboard.task.TaskServiceTest;
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
class TargetsIntegrationTests {

	private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

	private final Api api;

	private final FollowingTargets following;

	private final FollowingSteps steps;

	private final JdbcClient jdbc;

	TargetsIntegrationTests(@Autowired Api api, @Autowired FollowingTargets following, @Autowired FollowingSteps steps,
			@Autowired JdbcClient jdbc) {
		this.api = api;
		this.following = following;
		this.steps = steps;
		this.jdbc = jdbc;
	}

	@BeforeEach
	@AfterEach
	void forget() {
		this.jdbc.sql("delete from reported_target").update();
		this.jdbc.sql("update step set state = 'SKIPPED' where state = 'FAILED'").update();
	}

	@Test
	void knowsNothingBeforeItHasHeardAnything() {
		JsonNode targets = this.api.get("/targets").expect(200).json().get("targets");
		assertThat(targets.valueStream().map(JsonNode::toString)).containsExactly(unknown("mail"), unknown("redmine"),
				unknown("slack"));
		assertThat(this.api.get("/targets/redmine").expect(200).json()).isEqualTo(targets.get(1));
	}

	private static String unknown(String system) {
		return "{\"system\":\"" + system + "\",\"state\":\"UNKNOWN\",\"reason\":null,\"since\":null,\"until\":null,"
				+ "\"waiting\":null,\"consumers\":null,\"lastSuccessAt\":null,\"failed\":0}";
	}

	@Test
	void showsAPausedTarget() {
		this.following.follow(paused(1, NOON.plusSeconds(60)));
		assertThat(this.api.get("/targets/slack").expect(200).json().toString())
			.isEqualTo("{\"system\":\"slack\",\"state\":\"PAUSED\",\"reason\":\"no_service\",\"since\":\"" + at(1)
					+ "\",\"until\":\"" + NOON.plusSeconds(60) + "\",\"waiting\":7,\"consumers\":0,\"lastSuccessAt\":\""
					+ NOON + "\",\"failed\":0}");
		this.following.follow(working(News.RESUMED, 2));
		assertThat(this.api.get("/targets/slack").expect(200).json().toString())
			.isEqualTo("{\"system\":\"slack\",\"state\":\"WORKING\",\"reason\":null,\"since\":\"" + at(2)
					+ "\",\"until\":null,\"waiting\":3,\"consumers\":4,\"lastSuccessAt\":\"" + at(2)
					+ "\",\"failed\":0}");
	}

	@Test
	void believesTheNewestWhateverTheOrder() {
		this.following.follow(working(News.RESUMED, 2));
		this.following.follow(paused(1, null));
		assertThat(state("slack")).isEqualTo("WORKING");
		this.following.follow(paused(3, null));
		this.following.follow(working(News.STATUS, 2));
		assertThat(state("slack")).isEqualTo("PAUSED");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void alertsOncePerPauseHoweverItIsHeardOf(boolean inOrder, CapturedOutput log) {
		double before = alerts("slack");
		List<TargetReport> reports = new ArrayList<>(List.of(paused(1, null), status(2), status(3)));
		if (!inOrder) {
			Collections.reverse(reports);
		}
		for (TargetReport report : reports) {
			this.following.follow(report);
			this.following.follow(report);
		}
		assertThat(alerts("slack")).isEqualTo(before + 1);
		assertThat(lines(log, "ALERT slack is paused: no_service")).isEqualTo(1);
		assertThat(log.getOut().lines().filter((line) -> line.contains("ALERT")))
			.allMatch((line) -> line.contains("ERROR"));
		awaitGauge("slack", 1);
		this.following.follow(working(News.RESUMED, 4));
		this.following.follow(working(News.STATUS, 5));
		assertThat(lines(log, "slack works again")).isEqualTo(1);
		awaitGauge("slack", 0);
		this.following.follow(paused(6, null, at(5)));
		assertThat(alerts("slack")).as("another pause").isEqualTo(before + 2);
	}

	@Test
	void alertsOncePerOutageHoweverOftenItIsResumedByHand(CapturedOutput log) {
		double before = alerts("slack");
		this.following.follow(paused(1, null));
		for (int second = 2; second < 8; second += 2) {
			this.following.follow(working(News.RESUMED, second, NOON));
			this.following.follow(paused(second + 1, null));
		}
		assertThat(alerts("slack")).isEqualTo(before + 1);
		assertThat(log).doesNotContain("slack works again");
		this.following.follow(working(News.RESUMED, 8, NOON));
		this.following.follow(working(News.STATUS, 9, at(9)));
		assertThat(lines(log, "slack works again")).isEqualTo(1);
		this.following.follow(paused(10, null, at(9)));
		assertThat(alerts("slack")).as("another outage").isEqualTo(before + 2);
	}

	@Test
	void alertsNobodyOfAPauseThatTheTargetAskedForUntilItIsMore(CapturedOutput log) {
		double before = alerts("slack");
		this.following.follow(paused(1, NOON.plusSeconds(60)));
		assertThat(alerts("slack")).isEqualTo(before);
		assertThat(log).doesNotContain("ALERT");
		this.following.follow(status(2));
		assertThat(alerts("slack")).isEqualTo(before + 1);
	}

	@Test
	void alertsNobodyOfAPauseThatIsOver() {
		double before = alerts("slack");
		this.following.follow(working(News.RESUMED, 2));
		this.following.follow(paused(1, null));
		assertThat(alerts("slack")).isEqualTo(before);
	}

	@Test
	void letsThePeopleWhoAreNextWait() {
		NewPerson alice = Somebody.fresh();
		UUID id = this.api.accepted(alice).id();
		Person known = Somebody.known(id, alice);
		this.following.follow(paused(1, null));
		assertThat(step(id)).as("the mailbox comes first").isEqualTo("PENDING ");
		this.steps.follow(Reported.of(TargetSystem.MAIL, StepResult.ADDED, known, 1));
		assertThat(step(id)).isEqualTo("WAITING no_service " + at(1));
		this.steps.follow(Reported.of(TargetSystem.SLACK, StepResult.RETRYING, known, 1));
		assertThat(step(id)).isEqualTo("WAITING no_service " + at(1));
		assertThat(this.api.page(id).get("state").stringValue()).isEqualTo("IN_PROGRESS");
		assertThat(listed(id)).as("in a listing").isEqualTo(step(id));
		this.following.follow(working(News.RESUMED, 2));
		assertThat(step(id)).isEqualTo("RETRYING as SLACK said, next at 2026-11-24T13:00:00Z");
	}

	@ParameterizedTest
	@CsvSource({ "ADDED, DONE", "SKIPPED, SKIPPED", "FAILED, FAILED" })
	void letsNobodyWaitWhoseStepHasEnded(StepResult result, String shown) {
		NewPerson alice = Somebody.fresh();
		UUID id = this.api.accepted(alice).id();
		this.steps.follow(new StepReport(TargetSystem.MAIL, result, Somebody.known(id, alice), Attempt.FIRST,
				"so it is", NOON, null, List.of()));
		this.following
			.follow(new TargetReport(TargetSystem.MAIL, News.PAUSED, true, "away", NOON, null, 0, 0, null, at(1)));
		assertThat(this.api.step(id, "mail").get("state").stringValue()).isEqualTo(shown);
		UUID other = this.api.accepted(Somebody.fresh()).id();
		assertThat(this.api.step(other, "mail").get("state").stringValue()).isEqualTo("WAITING");
	}

	@Test
	void resumesAPausedTarget(CapturedOutput log) {
		this.following.follow(paused(1, null));
		try (Ears ears = new Ears(this.jdbc)) {
			ears.hear("slack");
			assertThat(this.api.send("POST", "/targets/slack/resume", "").expect(202).json().get("state").stringValue())
				.isEqualTo("PAUSED");
			assertThat(ears.hear("slack")).singleElement()
				.isInstanceOfSatisfying(TargetResume.class,
						(resume) -> assertThat(resume.system()).isEqualTo(TargetSystem.SLACK));
		}
		assertThat(log).contains("slack is resumed by ONBOARD_ADMIN_TOKEN");
	}

	@Test
	void resumesOnlyWhatIsPaused() {
		assertThat(this.api.send("POST", "/targets/slack/resume", "").problem(409).get("detail").stringValue())
			.startsWith("slack is UNKNOWN");
		this.following.follow(working(News.STATUS, 1));
		assertThat(this.api.send("POST", "/targets/slack/resume", "").problem(409).get("detail").stringValue())
			.startsWith("slack is WORKING");
	}

	@Test
	void triesAgainForEverybodyWhoFailedAndNeedsNothingElse() {
		Person first = failed(TargetSystem.REDMINE);
		Person second = failed(TargetSystem.REDMINE);
		Person elsewhere = failed(TargetSystem.SLACK);
		Person conflict = failed(TargetSystem.REDMINE, Choice.of(Decision.ADOPT));
		assertThat(this.api.get("/targets/redmine").json().get("failed").intValue()).isEqualTo(2);
		JsonNode answer = retry("redmine", "it has the field now").expect(202).json();
		assertThat(answer.get("failed").intValue()).isZero();
		for (Person person : List.of(first, second)) {
			assertThat(this.api.step(person.id(), "redmine").get("state").stringValue()).isEqualTo("PENDING");
			assertThat(this.api.page(person.id())
				.get("history")
				.valueStream()
				.map((line) -> line.get("text").stringValue())).contains("it has the field now");
		}
		assertThat(this.api.step(conflict.id(), "redmine").get("state").stringValue()).isEqualTo("FAILED");
		assertThat(this.api.step(elsewhere.id(), "slack").get("state").stringValue()).isEqualTo("FAILED");
		assertThat(retry("redmine", "once more").problem(409).get("detail").stringValue())
			.isEqualTo("No redmine step has FAILED that only has to be tried again.");
		assertThat(retry("slack", " ").problem(400).get("errors").toString()).contains("reason");
		assertThat(this.api.step(elsewhere.id(), "slack").get("state").stringValue()).isEqualTo("FAILED");
	}

	/** Somebody has asked for the mailbox anew, which the other steps wait for. */
	@Test
	void leavesAloneWhoseTurnHasNotCome() {
		Person waiting = failed(TargetSystem.REDMINE);
		Person other = failed(TargetSystem.REDMINE);
		this.jdbc.sql("update step set state = 'RETRYING' where system = 'MAIL' and person_id = :id")
			.param("id", waiting.id())
			.update();
		assertThat(retry("redmine", "mended").expect(202).json().get("failed").intValue()).isZero();
		assertThat(this.api.step(waiting.id(), "redmine").get("state").stringValue()).isEqualTo("FAILED");
		assertThat(this.api.step(other.id(), "redmine").get("state").stringValue()).isEqualTo("PENDING");
	}

	@Test
	void leavesAloneWhatWasDecidedMeanwhile(@Autowired DecidingByHand deciding) {
		Person person = failed(TargetSystem.REDMINE);
		this.api.decide(person.id(), "redmine", "skip");
		deciding.retryFailed(person.id(), TargetSystem.REDMINE, "too late");
		assertThat(this.api.page(person.id()).get("history").toString()).doesNotContain("too late");
	}

	private Answer retry(String system, String reason) {
		return this.api.sendJson("POST", "/targets/" + system + "/retry", "{\"reason\":\"" + reason + "\"}");
	}

	private Person failed(TargetSystem system, Choice... choices) {
		NewPerson person = Somebody.fresh();
		Person known = Somebody.known(this.api.accepted(person).id(), person);
		this.steps.follow(Reported.of(TargetSystem.MAIL, StepResult.ADDED, known, 1));
		this.steps.follow(new StepReport(system, StepResult.FAILED, known, Attempt.FIRST, "refused", NOON, null,
				List.of(choices)));
		return known;
	}

	@ParameterizedTest
	@CsvSource({ "GET, /targets/github", "GET, /targets/SLACK", "POST, /targets/github/resume" })
	void knowsNoOtherTarget(String method, String path) {
		assertThat(this.api.send(method, path, "").problem(404).get("detail").stringValue())
			.isEqualTo("there is no such system; there are mail, redmine, slack");
	}

	private String step(UUID id) {
		return words(this.api.step(id, "slack"));
	}

	private String listed(UUID id) {
		return words(this.api.get("/users?limit=1").json().at("/users/0/steps/2"));
	}

	private static String words(JsonNode step) {
		String next = step.get("nextAttemptAt").isNull() ? "" : ", next at " + step.get("nextAttemptAt").stringValue();
		String since = step.get("waitingSince").isNull() ? "" : " " + step.get("waitingSince").stringValue();
		return step.get("state").stringValue() + " " + step.get("detail").stringValue() + next + since;
	}

	private String state(String system) {
		return this.api.get("/targets/" + system).expect(200).json().get("state").stringValue();
	}

	private double alerts(String system) {
		return this.api.scrape().sum("onboard_alerts_total", "system", system);
	}

	private void awaitGauge(String system, double value) {
		Awaitility.await()
			.until(() -> this.api.scrape().has("onboard_target_paused", "system", system)
					&& this.api.scrape().sum("onboard_target_paused", "system", system) == value);
	}

	private static long lines(CapturedOutput log, String text) {
		return log.getOut().lines().filter((line) -> line.contains(text)).count();
	}

	private static TargetReport paused(int second, @Nullable Instant until) {
		return paused(second, until, NOON);
	}

	private static TargetReport paused(int second, @Nullable Instant until, Instant lastSuccess) {
		return new TargetReport(TargetSystem.SLACK, News.PAUSED, true, "no_service", at(second), until, 7, 0,
				lastSuccess, at(second));
	}

	/** Of the pause that began in the first second, without an end that anybody knows. */
	private static TargetReport status(int second) {
		return new TargetReport(TargetSystem.SLACK, News.STATUS, true, "no_service", at(1), null, 9, 0, NOON,
				at(second));
	}

	private static TargetReport working(News news, int second) {
		return working(news, second, at(second));
	}

	private static TargetReport working(News news, int second, Instant lastSuccess) {
		return new TargetReport(TargetSystem.SLACK, news, false, "no_service", at(second), null, 3, 4, lastSuccess,
				at(second));
	}

	private static Instant at(int second) {
		return NOON.plusSeconds(second);
	}

}
