package dev.onboard.web.messaging;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.onboard.events.Attempt;
import dev.onboard.events.Choice;
import dev.onboard.events.Decision;
import dev.onboard.events.Instruction;
import dev.onboard.events.Person;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.StepRetry;
import dev.onboard.events.TargetSystem;
import dev.onboard.testing.Infrastructure;
import dev.onboard.testing.Sandbox;
import dev.onboard.testing.Wire;
import dev.onboard.web.redmine.StubRedmine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** The service with a Redmine, on the real broker and the real database. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE,
		properties = { "onboard.delivery.retry.delays=300ms,700ms", "onboard.delivery.lease=3s",
				"onboard.delivery.circuit.probe-delays=500ms", "onboard.roles.developer.redmine.groups=Developers",
				"onboard.roles.lost.redmine.groups=Deleted" })
@DirtiesContext
class RedmineOrdersIntegrationTests {

	private static final StubRedmine REDMINE = new StubRedmine();

	private final Wire mail = new Wire("mail");

	private final Wire task = new Wire("task");

	private final String login = "alice." + UUID.randomUUID();

	private final Person alice = person(null);

	private final Reports reports = new Reports(this.task, this.alice);

	@DynamicPropertySource
	static void infrastructure(DynamicPropertyRegistry properties) {
		Infrastructure.register(properties);
		properties.add("REDMINE_URL", REDMINE::url);
		properties.add("REDMINE_API_KEY", () -> StubRedmine.KEY);
		properties.add("SLACK_WEBHOOK_URL", () -> Sandbox.shared().url() + "/services/T0/B0/test");
	}

	@AfterEach
	void redmineIsWellAgain() {
		REDMINE.goOn();
		this.mail.close();
		this.task.close();
	}

	@AfterAll
	static void stop() {
		REDMINE.close();
	}

	@Test
	void addsAnAccountOnceForARepeatedEvent() {
		for (int i = 0; i < 3; i++) {
			say(this.alice);
		}
		List<StepReport> said = this.reports.await(TargetSystem.REDMINE, 3);
		assertThat(said).extracting(StepReport::result, StepReport::detail, StepReport::choices)
			.containsOnly(tuple(StepResult.ADDED, "Redmine account " + this.login, List.of()));
		assertThat(REDMINE.accounts(this.login)).isEqualTo(1);
	}

	@Test
	void givesWhatTheRoleSays() {
		REDMINE.addGroup("Developers");
		Person developer = person("developer");
		say(developer);
		assertThat(new Reports(this.task, developer).await(TargetSystem.REDMINE, StepResult.ADDED).detail())
			.isEqualTo("Redmine account " + this.login + "; group Developers");
	}

	@Test
	void aRoleThatIsWrongConcernsItsPeopleOnly() {
		String login = "lost." + this.login;
		Person lost = new Person(UUID.randomUUID(), login, login + "@example.com", "Алиса", "李", null, "lost", null);
		say(lost);
		assertThat(new Reports(this.task, lost).await(TargetSystem.REDMINE, StepResult.FAILED).detail())
			.endsWith("Redmine has no group Deleted, which the role needs; create it there, or correct roles.yml and"
					+ " restart the web-service, then retry");
		say(this.alice);
		this.reports.await(TargetSystem.REDMINE, StepResult.ADDED);
	}

	@Test
	void looksBeforeItTriesAgainAndCreatesNoTwin() {
		REDMINE.loseNext("POST");
		say(this.alice);
		this.reports.await(TargetSystem.REDMINE, StepResult.ADDED);
		assertThat(this.reports.now(TargetSystem.REDMINE))
			.extracting(StepReport::result, StepReport::attempt, StepReport::detail)
			.containsExactly(tuple(StepResult.RETRYING, new Attempt(1, 1), "Redmine broke off the connection"), tuple(
					StepResult.ADDED, new Attempt(1, 2),
					"Redmine account " + this.login + " was there already (an earlier try ended without an answer)"));
		assertThat(REDMINE.accounts(this.login)).isEqualTo(1);
	}

	@Test
	void aConflictIsResolvedByDecision() {
		String id = REDMINE.addAccount(this.login, "somebody." + this.login + "@example.org");
		say(this.alice);
		StepReport conflict = this.reports.await(TargetSystem.REDMINE, StepResult.FAILED);
		assertThat(conflict.choices()).containsExactly(Choice.of(Decision.ADOPT));
		assertThat(conflict.detail()).startsWith("Redmine: login in use: account " + id + " (login " + this.login);
		this.task.say(new StepRetry(TargetSystem.REDMINE, this.alice, new Attempt(2, 1),
				new Instruction(Decision.ADOPT, "it is hers")));
		StepReport added = this.reports.await(TargetSystem.REDMINE, StepResult.ADDED);
		assertThat(added.detail()).startsWith("took over Redmine account " + id);
		assertThat(REDMINE.requests("PUT /users/" + id)).hasSize(1);
		assertThat(REDMINE.accounts(this.login)).isEqualTo(1);
	}

	@Test
	void aRedmineThatHangsDoesNotDelaySlack() {
		REDMINE.hang();
		say(this.alice);
		this.reports.await(TargetSystem.SLACK, StepResult.ADDED);
		assertThat(this.reports.now(TargetSystem.REDMINE)).isEmpty();
		REDMINE.goOn();
		this.reports.await(TargetSystem.REDMINE, StepResult.ADDED);
	}

	@Test
	void aRefusedKeyPausesRedmineAndBurnsNobodysAttempts() {
		REDMINE.failNext("POST", 401);
		say(this.alice);
		assertThat(this.reports.await(TargetSystem.REDMINE, 1)).extracting(StepReport::result, StepReport::attempt)
			.containsExactly(tuple(StepResult.ADDED, Attempt.FIRST));
	}

	private void say(Person person) {
		this.mail.say(new StepReport(TargetSystem.MAIL, StepResult.ADDED, person, Attempt.FIRST, "mailbox",
				Instant.EPOCH, null, List.of()));
	}

	private Person person(@Nullable String role) {
		return new Person(UUID.randomUUID(), this.login, this.login + "@example.com", "Алиса", "李", null, role, null);
	}

}
