package dev.onboard.delivery.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.onboard.delivery.DeliveryTest;
import dev.onboard.events.Attempt;
import dev.onboard.events.StepResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@DeliveryTest
class DueAttemptsIntegrationTests {

	private static final List<String> EFFECTS = List.of("mailbox", "welcome-mail");

	private static final Duration HOUR = Duration.ofHours(1);

	private final UUID person = UUID.randomUUID();

	private final JdbcClient jdbc;

	private final Ledger ledger;

	private final DueAttempts due;

	DueAttemptsIntegrationTests(@Autowired JdbcClient jdbc) {
		this.jdbc = jdbc;
		this.ledger = new Ledger(jdbc, HOUR);
		this.due = new DueAttempts(jdbc);
	}

	@Test
	void beginsWhereNothingIsKnown() {
		assertThat(due(1)).contains(Attempt.FIRST);
		assertThat(due(2)).contains(new Attempt(2, 1));
	}

	@Test
	void leavesWhatIsInHandAlone() {
		claim("mailbox", Attempt.FIRST);
		assertThat(due(1)).isEmpty();
	}

	@Test
	void goesOnWithWhatSomebodyLeftInHand() {
		claim("mailbox", new Attempt(1, 3));
		timePasses();
		assertThat(due(1)).contains(new Attempt(1, 3));
	}

	@Test
	void isNotEarlyForAnAttemptThatIsScheduled() {
		end("mailbox", new Attempt(1, 2), StepResult.RETRYING, HOUR);
		assertThat(due(1)).isEmpty();
		timePasses();
		assertThat(due(1)).contains(new Attempt(1, 3));
	}

	@Test
	void isNotEarlyForAnAttemptThatWaitsUncounted() {
		end("mailbox", new Attempt(1, 2), null, HOUR);
		assertThat(due(1)).isEmpty();
		timePasses();
		assertThat(due(1)).contains(new Attempt(1, 2));
	}

	@ParameterizedTest
	@EnumSource(names = { "FAILED", "SKIPPED" })
	void saysAgainHowItEnded(StepResult result) {
		end("mailbox", new Attempt(1, 4), result, null);
		assertThat(due(1)).contains(new Attempt(1, 4));
	}

	@Test
	void saysAgainThatAllIsDone() {
		end("mailbox", new Attempt(1, 2), StepResult.ADDED, null);
		end("welcome-mail", new Attempt(1, 5), StepResult.ADDED, null);
		assertThat(due(1)).contains(new Attempt(1, 5));
	}

	@Test
	void asksForTheFirstEffectThatIsNotDone() {
		end("mailbox", new Attempt(1, 3), StepResult.ADDED, null);
		assertThat(due(1)).contains(new Attempt(1, 3));
		end("welcome-mail", new Attempt(1, 4), StepResult.RETRYING, HOUR);
		assertThat(due(1)).isEmpty();
		timePasses();
		assertThat(due(1)).contains(new Attempt(1, 5));
	}

	@Test
	void beginsAnewWithEachGenerationAndDropsOlderOnes() {
		end("mailbox", new Attempt(2, 3), StepResult.RETRYING, HOUR);
		assertThat(due(3)).contains(new Attempt(3, 1));
		timePasses();
		assertThat(due(1)).isEmpty();
	}

	@Test
	void whatTookOverIsDueAtOnce() {
		end("mailbox", Attempt.FIRST, StepResult.RETRYING, HOUR);
		this.ledger.supersede(this.person, "mailbox", new Attempt(2, 1));
		assertThat(due(2)).contains(new Attempt(2, 1));
	}

	private Optional<Attempt> due(int generation) {
		return this.due.of(this.person, EFFECTS, new Attempt(generation, 1));
	}

	private Claim.Granted claim(String effect, Attempt attempt) {
		return (Claim.Granted) this.ledger.claim(this.person, effect, attempt);
	}

	private void end(String effect, Attempt attempt, @Nullable StepResult result, @Nullable Duration delay) {
		Claim.Granted claim = claim(effect, attempt);
		assertThat(this.ledger.end(this.person, effect,
				new Ending(result, "so", null, List.of(), null, claim.lease(), delay)))
			.isTrue();
	}

	private void timePasses() {
		this.jdbc.sql("""
				update effect set due_at = due_at - interval '1 hour', lease_until = lease_until - interval '1 hour'
				 where person_id = :person
				""").param("person", this.person).update();
	}

}
