package dev.onboard.task.watchdog;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.onboard.events.Attempt;
import dev.onboard.events.Decision;
import dev.onboard.events.Event;
import dev.onboard.events.Instruction;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.StepRetry;
import dev.onboard.events.TargetReport;
import dev.onboard.events.TargetSystem;
import dev.onboard.events.UserCreate;
import dev.onboard.task.Api;
import dev.onboard.task.Ears;
import dev.onboard.task.FollowingSteps;
import dev.onboard.task.NewPerson;
import dev.onboard.task.Somebody;
import dev.onboard.task.TaskServiceTest;
import dev.onboard.task.targets.FollowingTargets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@TaskServiceTest
class SayingAgainIntegrationTests {

	private final NewPerson alice = Somebody.fresh();

	private final Api api;

	private final SayingAgain sayingAgain;

	private final FollowingSteps following;

	private final FollowingTargets targets;

	private final JdbcClient jdbc;

	private final Ears ears;

	private UUID id = UUID.randomUUID();

	SayingAgainIntegrationTests(@Autowired Api api, @Autowired SayingAgain sayingAgain,
			@Autowired FollowingSteps following, @Autowired FollowingTargets targets, @Autowired JdbcClient jdbc) {
		this.api = api;
		this.sayingAgain = sayingAgain;
		this.following = following;
		this.targets = targets;
		this.jdbc = jdbc;
		this.ears = new Ears(jdbc);
	}

	@BeforeEach
	void accept() {
		this.jdbc.sql("delete from reported_target").update();
		this.id = this.api.accepted(this.alice).id();
		assertThat(this.ears.hear(this.id)).hasSize(1).hasOnlyElementsOfType(UserCreate.class);
	}

	@AfterEach
	void close() {
		this.ears.close();
		this.jdbc.sql("delete from reported_target").update();
	}

	@Test
	void isPatientAtFirst() {
		pass(Duration.ofMinutes(14));
		assertThat(look()).isEmpty();
	}

	@Test
	void saysASilentStepAgainAndTellsSo() {
		pass(Duration.ofMinutes(16));
		assertThat(look()).containsExactly(retry(TargetSystem.MAIL, 1, null));
		assertThat(this.api.page(this.id).get("history")).last().satisfies((line) -> {
			assertThat(line.get("what").stringValue()).isEqualTo("said-again");
			assertThat(line.get("system").stringValue()).isEqualTo("mail");
			assertThat(line.get("text").stringValue()).isEqualTo("nothing was heard for 16 min, so it was said again");
		});
	}

	@Test
	void saysItAgainInGrowingPausesUntilItIsHeardOf() {
		pass(Duration.ofMinutes(16));
		assertThat(look()).hasSize(1);
		pass(Duration.ofMinutes(29));
		assertThat(look()).isEmpty();
		pass(Duration.ofMinutes(2));
		assertThat(look()).hasSize(1);
		pass(Duration.ofMinutes(59));
		assertThat(look()).isEmpty();
		pass(Duration.ofMinutes(2));
		assertThat(look()).hasSize(1);
		this.jdbc.sql("update step set said_again = 200 where person_id = :id").param("id", this.id).update();
		pass(Duration.ofHours(6));
		assertThat(look()).hasSize(1);
		report(TargetSystem.MAIL, StepResult.RETRYING, Instant.now().minusSeconds(3600));
		pass(Duration.ofMinutes(16));
		assertThat(look()).hasSize(1);
	}

	@Test
	void saysItOnceHoweverManyLook() throws Exception {
		pass(Duration.ofMinutes(16));
		ExecutorService replicas = Executors.newFixedThreadPool(8);
		try {
			Callable<Long> look = () -> this.sayingAgain.sayAgain(0, 100);
			for (Future<Long> looked : replicas.invokeAll(Collections.nCopies(32, look))) {
				looked.get();
			}
		}
		finally {
			replicas.shutdown();
		}
		assertThat(this.ears.hear(this.id)).hasSize(1);
	}

	@Test
	void eachLookGoesOnBehindTheLastPerson() {
		UUID bob = this.api.accepted(Somebody.fresh()).id();
		this.ears.hear(bob);
		pass(Duration.ofMinutes(16));
		this.jdbc.sql("update step set heard_at = now() - interval '16 min' where person_id = :bob")
			.param("bob", bob)
			.update();
		assertThat(this.sayingAgain.sayAgain(number(this.id), 100)).isEqualTo(number(bob));
		assertThat(this.ears.hear(this.id)).isEmpty();
		assertThat(this.sayingAgain.sayAgain(number(bob), 100)).as("nobody is left").isEqualTo(number(bob));
		assertThat(this.sayingAgain.sayAgain(number(this.id) - 1, 1)).isEqualTo(number(this.id));
		assertThat(this.ears.hear(this.id)).hasSize(1);
	}

	@Test
	void isNotEarlyForARetry() {
		report(TargetSystem.MAIL, StepResult.RETRYING, Instant.now().plusSeconds(3600));
		pass(Duration.ofMinutes(70));
		assertThat(look()).isEmpty();
		this.jdbc.sql("update step set next_attempt_at = now() - interval '16 min' where person_id = :id")
			.param("id", this.id)
			.update();
		assertThat(look()).containsExactly(retry(TargetSystem.MAIL, 1, null));
	}

	@Test
	void theOthersAreSilentFromTheEndOfTheMailStepOn() {
		pass(Duration.ofHours(5));
		look();
		report(TargetSystem.MAIL, StepResult.ADDED, null);
		assertThat(look()).isEmpty();
		pass(Duration.ofMinutes(16));
		assertThat(look()).containsExactlyInAnyOrder(retry(TargetSystem.REDMINE, 1, null),
				retry(TargetSystem.SLACK, 1, null));
	}

	@Test
	void whatHasEndedIsNotSaidAgain() {
		report(TargetSystem.MAIL, StepResult.ADDED, null);
		report(TargetSystem.REDMINE, StepResult.FAILED, null);
		report(TargetSystem.SLACK, StepResult.SKIPPED, null);
		pass(Duration.ofDays(1));
		assertThat(look()).isEmpty();
	}

	@Test
	void whatWasDecidedIsSaidWithIt() {
		this.api.decide(this.id, "mail", "skip").expect(202);
		assertThat(this.ears.hear(this.id)).hasSize(1);
		pass(Duration.ofMinutes(16));
		assertThat(look()).containsExactly(retry(TargetSystem.MAIL, 2, new Instruction(Decision.SKIP, "as agreed")));
	}

	@Test
	void nobodyIsAskedWhileTheTargetIsPausedAndForAWhileAfterwards() {
		target(true, 7, Instant.now().minusSeconds(7200));
		this.jdbc.sql("update reported_target set at = now() - interval '1 h'").update();
		pass(Duration.ofHours(3));
		assertThat(look()).as("its figures are old, too").isEmpty();
		target(false, 0, Instant.now());
		assertThat(look()).isEmpty();
		this.jdbc.sql("update reported_target set since = now() - interval '16 min'").update();
		assertThat(look()).hasSize(1);
	}

	@Test
	void somebodyIsAskedForWhoseTargetIsPausedAndHasNobodyLeftToTryItWith() {
		target(true, 0, Instant.now().minusSeconds(600));
		pass(Duration.ofHours(3));
		assertThat(look()).as("paused a short while ago").isEmpty();
		this.jdbc.sql("update reported_target set since = now() - interval '16 min'").update();
		assertThat(look()).containsExactly(retry(TargetSystem.MAIL, 1, null));
	}

	@Test
	void whoStandsInTheQueueIsNotAskedForAgain() {
		target(false, 7, Instant.now().minusSeconds(3600));
		pass(Duration.ofMinutes(16));
		assertThat(look()).isEmpty();
		this.jdbc.sql("update reported_target set at = now() - interval '16 min'").update();
		assertThat(look()).as("figures of before").hasSize(1);
	}

	private List<Event> look() {
		this.sayingAgain.sayAgain(0, 100);
		return this.ears.hear(this.id);
	}

	private StepRetry retry(TargetSystem system, int generation, @Nullable Instruction instruction) {
		return new StepRetry(system, Somebody.known(this.id, this.alice), new Attempt(generation, 1), instruction);
	}

	private void report(TargetSystem system, StepResult result, @Nullable Instant next) {
		this.following.follow(new StepReport(system, result, Somebody.known(this.id, this.alice), Attempt.FIRST, "so",
				Instant.now(), next, List.of()));
	}

	private void target(boolean paused, int waiting, Instant since) {
		this.targets
			.follow(new TargetReport(TargetSystem.MAIL, paused ? TargetReport.News.PAUSED : TargetReport.News.RESUMED,
					paused, "so", since, null, waiting, 1, null, Instant.now()));
	}

	private long number(UUID person) {
		return this.jdbc.sql("select number from person where id = :id").param("id", person).query(Long.class).single();
	}

	private void pass(Duration time) {
		this.jdbc.sql("""
				update step set heard_at = heard_at - :seconds * interval '1 s',
				       said_again_at = said_again_at - :seconds * interval '1 s'
				 where person_id = :id
				""").param("id", this.id).param("seconds", time.toSeconds()).update();
	}

}
