package dev.onboard.task;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import dev.onboard.events.Attempt;
import dev.onboard.events.Choice;
import dev.onboard.events.Decision;
import dev.onboard.events.Instruction;
import dev.onboard.events.Person;
import dev.onboard.events.StepResult;
import dev.onboard.events.StepRetry;
import dev.onboard.events.TargetSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static dev.onboard.events.StepResult.ADDED;
import static dev.onboard.events.StepResult.FAILED;
import static dev.onboard.events.StepResult.RETRYING;
import static dev.onboard.events.StepResult.SKIPPED;
import static dev.onboard.events.TargetSystem.MAIL;
import static dev.onboard.events.TargetSystem.REDMINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@TaskServiceTest
class DecidingByHandIntegrationTests {

	private static final Choice[] HOMONYM = { new Choice(Decision.RENAME, "alice2"), new Choice(Decision.PURGE, null),
			new Choice(Decision.ADOPT, null) };

	private final Api api;

	private final FollowingSteps following;

	private final Ears ears;

	private final NewPerson alice = Somebody.fresh();

	private UUID id = new UUID(0, 0);

	private Person known = Somebody.known(this.id, this.alice);

	DecidingByHandIntegrationTests(@Autowired Api api, @Autowired FollowingSteps following,
			@Autowired JdbcClient jdbc) {
		this.api = api;
		this.following = following;
		this.ears = new Ears(jdbc);
	}

	@BeforeEach
	void accept() {
		this.id = this.api.accepted(this.alice).id();
		this.known = Somebody.known(this.id, this.alice);
		assertThat(this.ears.hear(this.id)).hasSize(1);
	}

	@AfterEach
	void close() {
		this.ears.close();
	}

	@ParameterizedTest
	@CsvSource({ "retry, , ", "skip, SKIP, ", "mark-done, MARK_DONE, ", "adopt, ADOPT, confirmed",
			"purge, PURGE, confirmed" })
	void asksForTheStepAnew(String decision, Decision instructed, String confirmed) {
		report(MAIL, FAILED, 1, HOMONYM);
		String confirm = (confirmed != null) ? ",\"confirm\":\"" + this.known.address() + "\"" : "";
		JsonNode page = this.api
			.sendJson("POST", path("mail", decision), "{\"reason\":\"it’s hers, вот\"" + confirm + "}")
			.expect(202)
			.json();
		assertThat(page).isEqualTo(this.api.page(this.id));
		assertThat(page.get("state").stringValue()).isEqualTo("IN_PROGRESS");
		JsonNode step = this.api.step(this.id, "mail");
		assertThat(step.get("state").stringValue()).isEqualTo("PENDING");
		assertThat(step.get("attempts").intValue()).isZero();
		assertThat(step.get("detail").stringValue()).isEqualTo(decision + " asked for by hand: it’s hers, вот");
		assertThat(step.get("choices")).isEmpty();
		Instruction instruction = (instructed != null) ? new Instruction(instructed, "it’s hers, вот") : null;
		assertThat(this.ears.hear(this.id))
			.containsExactly(new StepRetry(MAIL, this.known, new Attempt(2, 1), instruction));
	}

	@Test
	void keepsEachDecisionInTheHistory() {
		report(MAIL, FAILED, 1);
		this.api.decide(this.id, "mail", "retry").expect(202);
		report(MAIL, RETRYING, 2);
		report(MAIL, RETRYING, 2);
		report(MAIL, RETRYING, 1);
		this.api.decide(this.id, "mail", "skip").expect(202);
		report(MAIL, SKIPPED, 3);
		JsonNode history = this.api.page(this.id).get("history");
		assertThat(history.get(0).propertyNames()).containsExactly("at", "system", "what", "text", "by");
		assertThat(history.valueStream()
			.map((line) -> line.path("system").asString("-") + " " + line.get("what").stringValue() + " "
					+ line.get("text").stringValue()))
			.containsExactlyInAnyOrder("- accepted " + this.known.address(), "mail failed as MAIL said",
					"mail retry as agreed", "mail retrying as MAIL said", "mail skip as agreed",
					"mail skipped as MAIL said");
		assertThat(history.valueStream()
			.filter((line) -> !line.path("by").isNull())
			.map((line) -> line.get("what").stringValue() + " by " + line.get("by").stringValue())).as("by hand")
			.containsExactlyInAnyOrder("accepted by ONBOARD_ADMIN_TOKEN", "retry by ONBOARD_ADMIN_TOKEN",
					"skip by ONBOARD_ADMIN_TOKEN");
		List<String> times = history.valueStream().map((line) -> line.get("at").stringValue()).toList();
		assertThat(times).as("oldest first").isSorted();
	}

	@ParameterizedTest
	@ValueSource(strings = { "retry", "skip", "mark-done", "adopt", "purge" })
	void leavesAStepThatIsDoneAsItIs(String decision) {
		report(MAIL, ADDED, 1);
		String confirm = List.of("adopt", "purge").contains(decision) ? ",\"confirm\":\"" + this.known.address() + "\""
				: "";
		JsonNode problem = this.api.sendJson("POST", path("mail", decision), "{\"reason\":\"why not\"" + confirm + "}")
			.problem(409);
		assertThat(problem.get("detail").stringValue()).isEqualTo("The mail step is DONE, and that is final.");
		assertThat(this.ears.hear(this.id)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(value = StepResult.class, names = { "RETRYING", "FAILED", "SKIPPED" })
	void decidesAboutWhatIsNotDone(StepResult before) {
		report(MAIL, before, 1);
		for (String decision : List.of("retry", "skip", "mark-done")) {
			this.api.decide(this.id, "mail", decision).expect(202);
		}
		assertThat(this.ears.hear(this.id)).extracting((event) -> ((StepRetry) event).attempt().generation())
			.containsExactly(2, 3, 4);
	}

	@ParameterizedTest
	@ValueSource(strings = { "adopt", "purge" })
	void takesOrDeletesOnlyWhatTheConflictOffers(String decision) {
		report(MAIL, FAILED, 1, new Choice(Decision.RENAME, "alice2"));
		JsonNode problem = this.api.decide(this.id, "mail", decision).problem(409);
		assertThat(problem.get("detail").stringValue()).isEqualTo(
				"Nothing is there to " + decision + ": the mail step is FAILED. Possible: retry, skip, mark-done.");
		report(MAIL, RETRYING, 2, HOMONYM);
		assertThat(this.api.decide(this.id, "mail", decision).problem(409).get("detail").stringValue())
			.contains("is RETRYING");
	}

	@ParameterizedTest
	@MethodSource
	void takesOrDeletesNothingUnlessTheAddressIsTypedExactly(String decision, String confirm) {
		report(MAIL, FAILED, 1, HOMONYM);
		JsonNode problem = this.api
			.sendJson("POST", path("mail", decision),
					"{\"reason\":\"left us\"" + confirm.formatted(this.known.address()) + "}")
			.problem(400);
		assertThat(problem.at("/errors/0/field").stringValue()).isEqualTo("confirm");
		assertThat(problem.get("detail").stringValue()).contains(this.known.address());
		assertThat(this.api.step(this.id, "mail").get("state").stringValue()).isEqualTo("FAILED");
		assertThat(this.ears.hear(this.id)).isEmpty();
	}

	static Stream<Arguments> takesOrDeletesNothingUnlessTheAddressIsTypedExactly() {
		return Stream.of("adopt", "purge")
			.flatMap((decision) -> Stream
				.of("", ",\"confirm\":null", ",\"confirm\":\"\"", ",\"confirm\":\"alice\"", ",\"confirm\":\"%S\"",
						",\"confirm\":\" %s\"")
				.map((confirm) -> arguments(decision, confirm)));
	}

	/** The account in Redmine may be somebody else's, too. */
	@Test
	void takesNoAccountUnlessTheAddressIsTyped() {
		report(MAIL, ADDED, 1);
		report(REDMINE, FAILED, 1, new Choice(Decision.ADOPT, null));
		this.api.decide(this.id, "redmine", "adopt").problem(400);
		assertThat(this.api.step(this.id, "redmine").get("state").stringValue()).isEqualTo("FAILED");
	}

	@Test
	void takesNothingAtTheAddressThatThePersonHadWhenItWasTyped() {
		report(MAIL, FAILED, 1, HOMONYM);
		String before = this.known.address();
		String login = "b" + this.alice.login();
		this.api.patch(this.id, "{\"login\":\"" + login + "\"}").expect(200);
		this.known = Somebody.known(this.id, Somebody.withLogin(login));
		report(MAIL, FAILED, 2, HOMONYM);
		this.api.adopt(this.id, before).problem(400);
		this.api.adopt(this.id, login + "@example.com").expect(202);
	}

	@Test
	void triesNothingBeforeItsTurn() {
		assertThat(this.api.decide(this.id, "redmine", "retry").problem(409).get("detail").stringValue())
			.isEqualTo("The redmine step follows by itself once the mail step is DONE or SKIPPED.");
		this.api.decide(this.id, "redmine", "skip").expect(202);
		report(REDMINE, SKIPPED, 2);
		assertThat(this.api.decide(this.id, "redmine", "retry").problem(409).get("detail").stringValue())
			.contains("comes after the mail step");
		report(MAIL, SKIPPED, 1);
		this.api.decide(this.id, "redmine", "retry").expect(202);
		assertThat(this.ears.hear(this.id)).containsExactly(
				new StepRetry(REDMINE, this.known, new Attempt(2, 1), new Instruction(Decision.SKIP, "as agreed")),
				new StepRetry(REDMINE, this.known, new Attempt(3, 1), null));
	}

	@Test
	void losesNoDecisionOfSeveralAtOnce() throws Exception {
		List<String> decisions = List.of("retry", "skip", "mark-done");
		ExecutorService clients = Executors.newFixedThreadPool(decisions.size());
		try {
			List<Callable<Answer>> requests = decisions.stream()
				.<Callable<Answer>>map((decision) -> () -> this.api.decide(this.id, "mail", decision))
				.toList();
			for (Future<Answer> answer : clients.invokeAll(requests)) {
				answer.get().expect(202);
			}
		}
		finally {
			clients.shutdownNow();
		}
		assertThat(this.ears.hear(this.id)).extracting((event) -> ((StepRetry) event).attempt().generation())
			.containsExactlyInAnyOrder(2, 3, 4);
		assertThat(this.api.page(this.id).get("history")).hasSize(1 + decisions.size());
	}

	@Test
	void offersWhatWouldResolveAConflictAndWhatIsAlwaysPossible() {
		report(MAIL, FAILED, 1, HOMONYM);
		String users = "/users/" + this.id;
		assertThat(choices("mail")).containsExactly("rename alice2: PATCH " + users + " {\"login\":\"alice2\"}",
				"purge -: POST " + users + "/steps/mail/purge {\"reason\":\"…\",\"confirm\":\"" + this.known.address()
						+ "\"}",
				"adopt -: POST " + users + "/steps/mail/adopt {\"reason\":\"…\",\"confirm\":\"" + this.known.address()
						+ "\"}",
				"retry -: POST " + users + "/steps/mail/retry {\"reason\":\"…\"}",
				"skip -: POST " + users + "/steps/mail/skip {\"reason\":\"…\"}",
				"mark-done -: POST " + users + "/steps/mail/mark-done {\"reason\":\"…\"}");
		assertThat(possible()).containsExactlyInAnyOrder("purge", "adopt", "retry", "skip", "mark-done");
		report(MAIL, RETRYING, 2);
		assertThat(choices("mail")).isEmpty();
		assertThat(possible()).contains("retry").doesNotContain("purge");
	}

	@Test
	void offersNoOtherLoginWhereTheMailboxExists() {
		report(MAIL, ADDED, 1);
		report(REDMINE, FAILED, 1, HOMONYM);
		assertThat(choices("redmine").map((choice) -> choice.replaceFirst(" .*", ""))).containsExactly("purge", "adopt",
				"retry", "skip", "mark-done");
		assertThat(choices("mail")).isEmpty();
	}

	@Test
	void keepsTheDecisionWhileItIsTriedAgain() {
		report(MAIL, FAILED, 1, HOMONYM);
		this.api.adopt(this.id, this.known.address()).expect(202);
		report(MAIL, RETRYING, 2);
		this.api.patch(this.id, "{\"firstName\":\"Alicia\"}").expect(200);
		assertThat(this.ears.hear(this.id)).last()
			.extracting((event) -> ((StepRetry) event).instruction())
			.isEqualTo(new Instruction(Decision.ADOPT, "as agreed"));
	}

	@ParameterizedTest
	@CsvSource({ "github, skip, 'there is no such system; there are mail, redmine, slack'",
			"MAIL, skip, 'there is no such system; there are mail, redmine, slack'",
			"mail, rename, 'there is no such decision; there are retry, skip, mark-done, adopt, purge'",
			"mail, MARK_DONE, 'there is no such decision; there are retry, skip, mark-done, adopt, purge'" })
	void knowsNothingOfAnotherName(String system, String decision, String detail) {
		JsonNode problem = this.api.decide(this.id, system, decision).problem(404);
		assertThat(problem.get("detail").stringValue()).isEqualTo(detail);
	}

	@Test
	void knowsNobodyUnderAnIdThatItNeverGave() {
		this.api.decide(UUID.randomUUID(), "mail", "skip").problem(404);
	}

	private void report(TargetSystem system, StepResult result, int generation, Choice... choices) {
		this.following.follow(Reported.of(system, result, this.known, generation, choices));
	}

	private String path(String system, String decision) {
		return "/users/" + this.id + "/steps/" + system + "/" + decision;
	}

	private Stream<String> possible() {
		return this.api.step(this.id, "mail").get("possible").valueStream().map(JsonNode::stringValue);
	}

	private Stream<String> choices(String system) {
		return this.api.step(this.id, system)
			.get("choices")
			.valueStream()
			.map((choice) -> choice.get("decision").stringValue() + " " + choice.path("suggestion").asString("-") + ": "
					+ choice.get("how").stringValue());
	}

}
