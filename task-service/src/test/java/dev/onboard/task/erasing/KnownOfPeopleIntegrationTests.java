package dev.onboard.task.erasing;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import dev.onboard.events.ActivationReport;
import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.TargetSystem;
import dev.onboard.task.Api;
import dev.onboard.task.FollowingSteps;
import dev.onboard.task.NewPerson;
import dev.onboard.task.Reported;
import dev.onboard.task.Somebody;
import dev.onboard.task.TaskServiceTest;
import dev.onboard.task.activation.FollowingActivation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What is forgotten of people by its age. */
@TaskServiceTest
class KnownOfPeopleIntegrationTests {

	private static final Duration YEAR = Duration.ofDays(365);

	private static final Instant LONG_AGO = Instant.now().minus(Duration.ofDays(400)).truncatedTo(ChronoUnit.SECONDS);

	private final Api api;

	private final FollowingSteps steps;

	private final FollowingActivation activation;

	private final KnownOfPeople known;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	KnownOfPeopleIntegrationTests(@Autowired Api api, @Autowired FollowingSteps steps,
			@Autowired FollowingActivation activation, @Autowired KnownOfPeople known, @Autowired JdbcClient jdbc,
			@Autowired TransactionTemplate transaction) {
		this.api = api;
		this.steps = steps;
		this.activation = activation;
		this.known = known;
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	@BeforeEach
	void startWithNobodyOld() {
		while (forget(1000) > 0) {
			assertThat(this.jdbc.sql("select 1").query(Integer.class).single()).isEqualTo(1);
		}
	}

	@Test
	void forgetsTheWordsAboutWhoHasBeenReadyForLong() {
		Person old = ready();
		age(old.id(), 366);
		JsonNode before = this.api.page(old.id());
		assertThat(forget(10)).isEqualTo(1);
		JsonNode after = this.api.page(old.id());
		assertThat(before.get("history")).isNotEmpty();
		assertThat(after.get("history")).isEmpty();
		assertThat(after.at("/activation/detail").stringValue()).isEmpty();
		assertThat(after.get("steps").valueStream().map((step) -> step.get("detail").stringValue())).containsExactly("",
				"", "");
		assertThat(withoutWords(after)).isEqualTo(withoutWords(before));
		assertThat(forget(10)).isZero();
	}

	@Test
	void keepsWhatHappenedToThemLately() {
		Person old = ready();
		age(old.id(), 366);
		this.api.patch(old.id(), "{\"lastName\":\"Petrova\"}").expect(200);
		this.activation.follow(sent(old, 2, Instant.now()));
		forget(10);
		assertThat(what(old.id())).containsExactly("changed", "activation-sent");
		assertThat(this.api.page(old.id()).at("/activation/detail").stringValue()).isNotEmpty();
	}

	@Test
	void touchesNobodyWhoHasNotBeenReadyForSoLong() {
		Person younger = ready();
		age(younger.id(), 366);
		this.jdbc
			.sql("update step set updated_at = now() - interval '364 days' where person_id = :id and system = 'SLACK'")
			.param("id", younger.id())
			.update();
		JsonNode before = this.api.page(younger.id());
		assertThat(forget(10)).isZero();
		assertThat(this.api.page(younger.id())).isEqualTo(before);
	}

	@ParameterizedTest
	@EnumSource(value = StepResult.class, names = { "RETRYING", "FAILED" })
	void touchesNobodyWithAStepThatIsOpen(StepResult result) {
		NewPerson alice = Somebody.fresh();
		Person open = Somebody.known(this.api.accepted(alice).id(), alice);
		follow(open, TargetSystem.MAIL, StepResult.ADDED);
		follow(open, TargetSystem.REDMINE, result);
		age(open.id(), 9999);
		JsonNode before = this.api.page(open.id());
		assertThat(forget(10)).isZero();
		assertThat(this.api.page(open.id())).isEqualTo(before);
	}

	@Test
	void aLateReportOfWhatWasForgottenIsNoNews() {
		Person old = ready();
		age(old.id(), 366);
		forget(10);
		JsonNode before = this.api.page(old.id());
		Stream.of(TargetSystem.values()).forEach((system) -> follow(old, system, StepResult.ADDED));
		follow(old, TargetSystem.REDMINE, StepResult.SKIPPED);
		this.activation.follow(sent(old, 1, LONG_AGO));
		assertThat(this.api.page(old.id()).get("steps")).isEqualTo(before.get("steps"));
		assertThat(what(old.id())).isEmpty();
	}

	@Test
	void goesOnInBatchesWithWhomNobodyElseHasInHand() {
		Stream.generate(this::ready).limit(3).map(Person::id).forEach((id) -> age(id, 366));
		this.transaction.executeWithoutResult((tx) -> {
			assertThat(this.known.forget(YEAR, 2)).isEqualTo(2);
			assertThat(CompletableFuture.supplyAsync(() -> forget(2)).join()).isEqualTo(1);
		});
		assertThat(forget(2)).isZero();
	}

	private int forget(int limit) {
		return Objects.requireNonNull(this.transaction.execute((tx) -> this.known.forget(YEAR, limit)));
	}

	private Person ready() {
		NewPerson alice = Somebody.fresh();
		Person person = Somebody.known(this.api.accepted(alice).id(), alice);
		follow(person, TargetSystem.MAIL, StepResult.ADDED);
		follow(person, TargetSystem.SLACK, StepResult.ADDED);
		follow(person, TargetSystem.REDMINE, StepResult.ADDED);
		this.activation.follow(sent(person, 1, LONG_AGO));
		return person;
	}

	private void follow(Person person, TargetSystem system, StepResult result) {
		StepReport report = Reported.of(system, result, person, 1);
		this.steps.follow(report);
	}

	private static ActivationReport sent(Person person, int issue, Instant at) {
		return new ActivationReport(ActivationReport.State.SENT, person, new Attempt(issue, 1),
				"activation link mailed to " + person.contactEmail(), at, null);
	}

	private void age(UUID id, int days) {
		for (String sql : List.of("update step set updated_at = now() - :days * interval '1 day' where person_id = :id",
				"update history set at = now() - :days * interval '1 day' where person_id = :id")) {
			this.jdbc.sql(sql).param("days", days).param("id", id).update();
		}
	}

	private List<String> what(UUID id) {
		return this.api.page(id).get("history").valueStream().map((line) -> line.get("what").stringValue()).toList();
	}

	private static String withoutWords(JsonNode page) {
		tools.jackson.databind.node.ObjectNode copy = page.deepCopy().asObject();
		copy.remove("history");
		return copy.toString().replaceAll("\"detail\":\"[^\"]*\"", "\"detail\":\"\"");
	}

}
