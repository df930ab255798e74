package dev.onboard.task;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.onboard.events.Attempt;
import dev.onboard.events.Choice;
import dev.onboard.events.Decision;
import dev.onboard.events.Event;
import dev.onboard.events.Instruction;
import dev.onboard.events.Person;
import dev.onboard.events.StepResult;
import dev.onboard.events.StepRetry;
import dev.onboard.events.TargetSystem;
import dev.onboard.events.UserCreate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static dev.onboard.events.StepResult.ADDED;
import static dev.onboard.events.StepResult.FAILED;
import static dev.onboard.events.StepResult.RETRYING;
import static dev.onboard.events.StepResult.SKIPPED;
import static dev.onboard.events.TargetSystem.MAIL;
import static dev.onboard.events.TargetSystem.REDMINE;
import static dev.onboard.events.TargetSystem.SLACK;
import static org.assertj.core.api.Assertions.assertThat;

@TaskServiceTest
class ChangingPeopleIntegrationTests {

	private final Api api;

	private final FollowingSteps following;

	private final Ears ears;

	private final NewPerson alice = Somebody.fresh();

	private UUID id = new UUID(0, 0);

	private Person known = Somebody.known(this.id, this.alice);

	ChangingPeopleIntegrationTests(@Autowired Api api, @Autowired FollowingSteps following,
			@Autowired JdbcClient jdbc) {
		this.ears = new Ears(jdbc);
		this.api = api;
		this.following = following;
	}

	@BeforeEach
	void accept() {
		this.id = this.api.accepted(this.alice).id();
		this.known = Somebody.known(this.id, this.alice);
		assertThat(this.ears.hear(this.id)).containsExactly(new UserCreate(this.known, Attempt.FIRST));
	}

	@AfterEach
	void close() {
		this.ears.close();
	}

	@Test
	void changesEverythingAndTellsTheMailService() {
		String login = "b." + this.alice.login();
		JsonNode page = this.api.patch(this.id, """
				{"firstName":"Алиса","lastName":"O'Neil","contactEmail":null,"login":"%s","role":"developer",
				 "language":"ru"}""".formatted(login)).expect(200).json();
		Person changed = new Person(this.id, login, login + "@example.com", "Алиса", "O'Neil", null, "developer", "ru");
		assertThat(page.get("address").stringValue()).isEqualTo(changed.address());
		assertThat(page).isEqualTo(this.api.page(this.id));
		assertThat(this.ears.hear(this.id)).containsExactly(retry(MAIL, changed, 2));
		assertThat(lastLine()).isEqualTo("changed login: " + this.alice.login() + " → " + login
				+ "; firstName: Alice → Алиса; lastName: Ivanova → O'Neil; contactEmail: alice@home.example → none;"
				+ " role: none → developer; language: en → ru");
	}

	@ParameterizedTest
	@EnumSource(value = StepResult.class, names = { "RETRYING", "FAILED" })
	void showsAStepThatIsAskedForAnewAsPending(StepResult before) {
		report(MAIL, before, 1, new Choice(Decision.ADOPT, null));
		this.api.patch(this.id, "{\"firstName\":\"Alicia\"}").expect(200);
		JsonNode step = this.api.step(this.id, "mail");
		assertThat(step.get("state").stringValue()).isEqualTo("PENDING");
		assertThat(step.get("detail").stringValue()).isEqualTo("as MAIL said");
		assertThat(step.get("attempts").intValue()).isZero();
		assertThat(step.get("nextAttemptAt").isNull()).isTrue();
		assertThat(step.get("choices")).isEmpty();
		assertThat(this.api.page(this.id).get("state").stringValue()).isEqualTo("IN_PROGRESS");
		report(MAIL, before, 1);
		assertThat(this.api.step(this.id, "mail").get("state").stringValue()).as("what is older is no news")
			.isEqualTo("PENDING");
	}

	@ParameterizedTest
	@EnumSource(value = StepResult.class, names = { "ADDED", "SKIPPED" })
	void tellsThoseWhoFollowOnceTheMailStepHasEnded(StepResult mail) {
		report(MAIL, mail, 1);
		report(REDMINE, FAILED, 1);
		this.api.patch(this.id, "{\"lastName\":\"Smith\"}").expect(200);
		Person changed = named("Alice", "Smith");
		assertThat(this.ears.hear(this.id)).containsExactly(retry(REDMINE, changed, 2), retry(SLACK, changed, 2));
	}

	@Test
	void tellsNobodyWhoHasDoneTheirPart() {
		report(MAIL, ADDED, 1);
		report(REDMINE, SKIPPED, 1);
		report(SLACK, ADDED, 1);
		JsonNode page = this.api.patch(this.id, "{\"lastName\":\"Smith\"}").expect(200).json();
		assertThat(page.get("state").stringValue()).isEqualTo("READY");
		assertThat(page.get("lastName").stringValue()).isEqualTo("Smith");
		assertThat(this.ears.hear(this.id)).isEmpty();
	}

	@Test
	void doesNothingWhereNothingDiffers() {
		JsonNode before = this.api.page(this.id);
		report(MAIL, ADDED, 1);
		this.api.patch(this.id, "{\"firstName\":\"Alice\",\"login\":\"" + this.alice.login() + "\",\"role\":null}")
			.expect(200);
		assertThat(this.api.page(this.id).get("history")).hasSize(before.get("history").size() + 1);
		assertThat(this.ears.hear(this.id)).isEmpty();
	}

	@Test
	void tellsThoseWhoBeganWithThePersonOfBefore() {
		this.api.patch(this.id, "{\"firstName\":\"Alicia\"}").expect(200);
		report(MAIL, ADDED, 1);
		Person changed = named("Alicia", "Ivanova");
		assertThat(this.ears.hear(this.id)).containsExactlyInAnyOrder(retry(MAIL, changed, 2),
				retry(REDMINE, changed, 2), retry(SLACK, changed, 2));
	}

	@Test
	void takesTheAddressThatTheMailboxReallyHas() {
		String login = "b." + this.alice.login();
		this.api.patch(this.id, "{\"login\":\"" + login + "\"}").expect(200);
		assertTaken(this.alice.login());
		assertTaken(login);
		report(MAIL, ADDED, 1);
		JsonNode page = this.api.page(this.id);
		assertThat(page.get("login").stringValue()).isEqualTo(this.alice.login());
		assertThat(page.get("address").stringValue()).isEqualTo(this.known.address());
		assertThat(lastLine()).isEqualTo("changed the mailbox had been made as " + this.known.address()
				+ " already, so that is the address, not " + login + "@example.com");
		this.api.accepted(Somebody.withLogin(login));
		assertTaken(this.alice.login());
		assertThat(this.ears.hear(this.id)).as("the others began with the right address")
			.containsExactly(retry(MAIL, this.known.at(login + "@example.com"), 2));
	}

	@Test
	void releasesTheOldLoginOnceTheMailboxHasTheNewOne() {
		String login = "b." + this.alice.login();
		this.api.patch(this.id, "{\"login\":\"" + login + "\"}").expect(200);
		this.following.follow(Reported.of(MAIL, ADDED, this.known.at(login + "@example.com"), 2));
		assertThat(this.api.page(this.id).get("login").stringValue()).isEqualTo(login);
		this.api.accepted(Somebody.withLogin(this.alice.login()));
		assertTaken(login);
	}

	@Test
	void keepsItsLoginWhereTheReportedOneIsSomebodyElses() {
		NewPerson other = Somebody.fresh();
		UUID holder = this.api.accepted(other).id();
		this.following.follow(Reported.of(MAIL, ADDED, this.known.at(other.login() + "@example.com"), 1));
		assertThat(this.api.page(this.id).get("login").stringValue()).isEqualTo(this.alice.login());
		assertThat(this.api.step(this.id, "mail").get("state").stringValue()).isEqualTo("DONE");
		assertThat(lastLine()).contains(other.login() + "@example.com", "/users/" + holder);
	}

	@Test
	void mayGoBackToALoginOfBefore() {
		this.api.patch(this.id, "{\"login\":\"b." + this.alice.login() + "\"}").expect(200);
		this.api.patch(this.id, "{\"login\":\"" + this.alice.login() + "\"}").expect(200);
		assertThat(this.ears.hear(this.id)).last().isEqualTo(retry(MAIL, this.known, 3));
	}

	@Test
	void leavesALoginToItsHolder() {
		NewPerson bob = Somebody.fresh();
		UUID holder = this.api.accepted(bob).id();
		JsonNode problem = this.api.patch(this.id, "{\"firstName\":\"X\",\"login\":\"" + bob.login() + "\"}")
			.problem(409);
		assertThat(problem.get("user").stringValue()).isEqualTo("/users/" + holder);
		assertThat(this.api.page(this.id).get("firstName").stringValue()).isEqualTo("Alice");
		assertThat(this.ears.hear(this.id)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "ADDED, exists", "SKIPPED, was left out" })
	void keepsTheLoginOnceOthersKnowIt(StepResult mail, String why) {
		report(MAIL, mail, 1);
		JsonNode problem = this.api.patch(this.id, "{\"login\":\"b." + this.alice.login() + "\"}").problem(409);
		assertThat(problem.get("detail").stringValue()).contains(why).contains("stays");
		this.api.accepted(Somebody.withLogin("b." + this.alice.login()));
	}

	@Test
	void keepsTheLoginOnceOthersKnowItAlsoWhereTheMailStepIsTriedAfterAll() {
		report(MAIL, SKIPPED, 1);
		this.api.decide(this.id, "mail", "retry").expect(202);
		assertThat(this.api.step(this.id, "mail").get("state").stringValue()).isEqualTo("PENDING");
		String detail = this.api.patch(this.id, "{\"login\":\"b." + this.alice.login() + "\"}")
			.problem(409)
			.get("detail")
			.stringValue();
		assertThat(detail).contains(this.alice.login()).contains("stays");
		report(MAIL, FAILED, 2, new Choice(Decision.RENAME, "b"));
		assertThat(this.api.step(this.id, "mail").get("choices").toString()).doesNotContain("rename");
	}

	@Test
	void keepsTheLoginWhileTheMailStepIsBeingLeftOut() {
		report(MAIL, FAILED, 1);
		this.api.decide(this.id, "mail", "skip").expect(202);
		this.api.patch(this.id, "{\"login\":\"b." + this.alice.login() + "\"}").problem(409);
	}

	@Test
	void givesALoginToOneOfThoseWhoWantIt() throws Exception {
		String wanted = Somebody.token();
		List<UUID> team = Stream.generate(() -> this.api.accepted(Somebody.fresh()).id()).limit(8).toList();
		ExecutorService clients = Executors.newFixedThreadPool(team.size() + 1);
		try {
			List<Callable<Answer>> requests = new ArrayList<>(team.stream()
				.<Callable<Answer>>map((id) -> () -> this.api.patch(id, "{\"login\":\"" + wanted + "\"}"))
				.toList());
			requests.add(() -> this.api.post(Somebody.json(Somebody.withLogin(wanted))));
			List<Integer> statuses = new ArrayList<>();
			for (Future<Answer> answer : clients.invokeAll(requests)) {
				statuses.add(answer.get().status());
			}
			assertThat(statuses).filteredOn((status) -> status == 409).hasSize(team.size());
			assertThat(statuses).filteredOn((status) -> status < 300).hasSize(1);
		}
		finally {
			clients.shutdownNow();
		}
	}

	@Test
	void losesNoChangeOfSeveralAtOnce() throws Exception {
		ExecutorService clients = Executors.newFixedThreadPool(8);
		try {
			List<Callable<Answer>> requests = IntStream.range(0, 8)
				.<Callable<Answer>>mapToObj(
						(number) -> () -> this.api.patch(this.id, "{\"firstName\":\"Alice " + number + "\"}"))
				.toList();
			for (Future<Answer> answer : clients.invokeAll(requests)) {
				answer.get().expect(200);
			}
		}
		finally {
			clients.shutdownNow();
		}
		List<Event> said = this.ears.hear(this.id);
		assertThat(said).extracting((event) -> ((StepRetry) event).attempt().generation())
			.containsExactlyInAnyOrder(2, 3, 4, 5, 6, 7, 8, 9);
		assertThat(said).filteredOn((event) -> ((StepRetry) event).attempt().generation() == 9)
			.extracting((event) -> ((StepRetry) event).person().firstName())
			.containsExactly(this.api.page(this.id).get("firstName").stringValue());
	}

	@Test
	void keepsWhatWasDecidedByHandAndNotCarriedOutYet() {
		report(MAIL, FAILED, 1, new Choice(Decision.ADOPT, null));
		this.api.adopt(this.id, this.known.address()).expect(202);
		this.api.patch(this.id, "{\"firstName\":\"Alicia\"}").expect(200);
		Instruction adopt = new Instruction(Decision.ADOPT, "as agreed");
		assertThat(this.ears.hear(this.id)).last()
			.isEqualTo(new StepRetry(MAIL, named("Alicia", "Ivanova"), new Attempt(3, 1), adopt));
		this.api.patch(this.id, "{\"login\":\"b." + this.alice.login() + "\"}").expect(200);
		assertThat(this.ears.hear(this.id)).as("it was about the old address")
			.singleElement()
			.extracting((event) -> ((StepRetry) event).instruction())
			.isNull();
	}

	@Test
	void forgetsWhatWasDecidedOnceThatHasFailed() {
		report(MAIL, FAILED, 1, new Choice(Decision.ADOPT, null));
		this.api.adopt(this.id, this.known.address()).expect(202);
		report(MAIL, RETRYING, 2);
		report(MAIL, FAILED, 3);
		this.api.patch(this.id, "{\"firstName\":\"Alicia\"}").expect(200);
		assertThat(this.ears.hear(this.id)).last().isEqualTo(retry(MAIL, named("Alicia", "Ivanova"), 4));
	}

	private void report(TargetSystem system, StepResult result, int generation, Choice... choices) {
		this.following.follow(Reported.of(system, result, this.known, generation, choices));
	}

	private Person named(String firstName, String lastName) {
		return new Person(this.id, this.known.login(), this.known.address(), firstName, lastName,
				this.known.contactEmail(), null, "en");
	}

	private void assertTaken(String login) {
		JsonNode problem = this.api.post(Somebody.json(Somebody.withLogin(login))).problem(409);
		assertThat(problem.get("user").stringValue()).isEqualTo("/users/" + this.id);
	}

	private String lastLine() {
		JsonNode history = this.api.page(this.id).get("history");
		JsonNode line = history.valueStream()
			.filter((candidate) -> candidate.get("what").stringValue().equals("changed"))
			.reduce((first, second) -> second)
			.orElseThrow();
		return line.get("what").stringValue() + " " + line.get("text").stringValue();
	}

	private static StepRetry retry(TargetSystem system, Person person, int generation) {
		return new StepRetry(system, person, new Attempt(generation, 1), null);
	}

}
