package dev.onboard.delivery.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import dev.onboard.delivery.DeliveryTest;
import dev.onboard.events.Attempt;
import dev.onboard.events.Choice;
import dev.onboard.events.Decision;
import dev.onboard.events.StepResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@DeliveryTest
class LedgerIntegrationTests {

	private static final String EFFECT = "mailbox";

	private static final String NEXT = "the-next";

	private static final Attempt SECOND = Attempt.FIRST.next();

	private static final Attempt NEXT_GENERATION = new Attempt(2, 1);

	private final UUID person = UUID.randomUUID();

	private final JdbcClient jdbc;

	private final Ledger ledger;

	LedgerIntegrationTests(@Autowired JdbcClient jdbc) {
		this.jdbc = jdbc;
		this.ledger = new Ledger(jdbc, Duration.ofMinutes(5));
	}

	@Test
	void grantsTheFirstClaim() {
		assertThat(granted(Attempt.FIRST).uncertain()).isFalse();
	}

	@Test
	void grantsOneOfManySimultaneousClaims() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(16);
		try {
			List<Callable<Claim>> claims = IntStream.range(0, 16)
				.<Callable<Claim>>mapToObj((number) -> () -> claim(Attempt.FIRST))
				.toList();
			int granted = 0;
			for (Future<Claim> claim : threads.invokeAll(claims)) {
				if (claim.get() instanceof Claim.Granted) {
					granted++;
				}
				else {
					assertThat(claim.get()).isInstanceOf(Claim.Busy.class);
				}
			}
			assertThat(granted).isEqualTo(1);
		}
		finally {
			threads.shutdown();
		}
	}

	@Test
	void tellsWhenToComeBackWhileSomebodyHasItInHand() {
		granted(Attempt.FIRST);
		assertThat(claim(Attempt.FIRST)).isInstanceOfSatisfying(Claim.Busy.class,
				(busy) -> assertThat(busy.rest()).isBetween(Duration.ofSeconds(280), Duration.ofSeconds(300)));
		assertThat(claim(NEXT_GENERATION)).isInstanceOf(Claim.Busy.class);
	}

	@Test
	void grantsAnExpiredLeaseAsUncertainAndRemembersThatForLaterAttempts() {
		granted(Attempt.FIRST);
		expire();
		Claim.Granted again = granted(Attempt.FIRST);
		assertThat(again.uncertain()).isTrue();
		end(again, StepResult.RETRYING, "down");
		assertThat(granted(SECOND).uncertain()).isTrue();
	}

	@Test
	void saysTheResultAgainOnceItIsDone() {
		end(granted(Attempt.FIRST), StepResult.ADDED, "created");
		Claim.Concluded done = new Claim.Concluded(StepResult.ADDED, "created", null, List.of());
		assertThat(claim(Attempt.FIRST)).isEqualTo(done);
		assertThat(claim(SECOND)).isEqualTo(done);
		assertThat(claim(NEXT_GENERATION)).isEqualTo(done);
	}

	@Test
	void grantsTheRetryButNoSecondCopyOfTheAttemptThatFailed() {
		end(granted(Attempt.FIRST), StepResult.RETRYING, "down");
		assertThat(claim(Attempt.FIRST)).isEqualTo(new Claim.Superseded());
		granted(SECOND);
		assertThat(claim(Attempt.FIRST)).isEqualTo(new Claim.Superseded());
	}

	@Test
	void grantsTheSameAttemptAgainAfterAWaitThatDoesNotCount() {
		Claim.Granted first = granted(Attempt.FIRST);
		assertThat(end(first, null, new Outcome.Misconfigured("no access"))).isTrue();
		assertThat(granted(Attempt.FIRST).uncertain()).isFalse();
	}

	@Test
	void remembersThatAnAnswerWasLost() {
		end(granted(Attempt.FIRST), StepResult.RETRYING, new Outcome.Ambiguous("no answer"));
		Claim.Granted second = granted(SECOND);
		assertThat(second.uncertain()).isTrue();
		end(second, StepResult.RETRYING, new Outcome.Transient("down"));
		assertThat(granted(SECOND.next()).uncertain()).isTrue();
	}

	@Test
	void keepsEvidenceAndChoices() {
		List<Choice> choices = List.of(new Choice(Decision.RENAME, "alice2"), Choice.of(Decision.ADOPT));
		Claim.Granted first = granted(Attempt.FIRST);
		this.ledger.end(this.person, EFFECT,
				new Ending(StepResult.FAILED, "not ours", null, choices, null, first.lease(), null));
		assertThat(claim(Attempt.FIRST)).isEqualTo(new Claim.Concluded(StepResult.FAILED, "not ours", null, choices));
		Claim.Granted adopting = granted(NEXT_GENERATION);
		this.ledger.end(this.person, EFFECT, new Ending(StepResult.ADDED, "taken over", "alice@example.com", List.of(),
				null, adopting.lease(), null));
		assertThat(claim(NEXT_GENERATION))
			.isEqualTo(new Claim.Concluded(StepResult.ADDED, "taken over", "alice@example.com", List.of()));
	}

	@Test
	void saysAFailureAgainUntilANewerGenerationAsks() {
		end(granted(Attempt.FIRST), StepResult.FAILED, "refused");
		assertThat(claim(SECOND)).isEqualTo(new Claim.Concluded(StepResult.FAILED, "refused", null, List.of()));
		granted(NEXT_GENERATION);
		expire();
		assertThat(claim(SECOND)).isEqualTo(new Claim.Superseded());
		granted(NEXT_GENERATION);
	}

	@Test
	void saysSkippedAgainUntilANewerGenerationAsks() {
		end(granted(Attempt.FIRST), StepResult.SKIPPED, "not configured");
		assertThat(claim(Attempt.FIRST))
			.isEqualTo(new Claim.Concluded(StepResult.SKIPPED, "not configured", null, List.of()));
		granted(NEXT_GENERATION);
	}

	@Test
	void refusesTheFailureOfAHolderWhoLostTheLease() {
		Claim.Granted slow = granted(Attempt.FIRST);
		expire();
		Claim.Granted newer = granted(Attempt.FIRST);
		assertThat(end(slow, StepResult.RETRYING, "too slow")).isFalse();
		assertThat(end(newer, StepResult.ADDED, "created")).isTrue();
	}

	@Test
	void believesASuccessEvenOfAHolderWhoLostTheLease() {
		Claim.Granted slow = granted(Attempt.FIRST);
		expire();
		Claim.Granted newer = granted(Attempt.FIRST);
		assertThat(end(slow, StepResult.ADDED, "created after all")).isTrue();
		assertThat(end(newer, StepResult.FAILED, "refused")).isFalse();
		assertThat(claim(SECOND))
			.isEqualTo(new Claim.Concluded(StepResult.ADDED, "created after all", null, List.of()));
	}

	@Test
	void grantsTheNextEffectWithTheEndOfTheOneBefore() {
		Optional<Claim> next = passOn(granted(Attempt.FIRST), UUID.randomUUID());
		assertThat(next.orElseThrow()).isInstanceOf(Claim.Granted.class);
		assertThat(claim(Attempt.FIRST)).isInstanceOf(Claim.Concluded.class);
		assertThat(this.ledger.claim(this.person, NEXT, Attempt.FIRST)).isInstanceOf(Claim.Busy.class);
		Ending ended = new Ending(StepResult.ADDED, "next", null, List.of(), null,
				((Claim.Granted) next.orElseThrow()).lease(), null);
		assertThat(this.ledger.end(this.person, NEXT, ended)).isTrue();
	}

	@Test
	void claimsNothingNextWhereTheEndWasNotOurs() {
		Claim.Granted once = granted(Attempt.FIRST);
		passOn(once, UUID.randomUUID());
		assertThat(passOn(once, UUID.randomUUID())).isEmpty();
		assertThat(
				this.jdbc.sql("select count(*) from effect where person_id = :person and effect = :next and uncertain")
					.param("person", this.person)
					.param("next", NEXT)
					.query(Integer.class)
					.single())
			.isZero();
	}

	/** Nobody heard of the commit. */
	@Test
	void grantsTheNextEffectAgainToWhomItWasGranted() {
		Claim.Granted once = granted(Attempt.FIRST);
		UUID lease = UUID.randomUUID();
		Optional<Claim> next = passOn(once, lease);
		expire();
		assertThat(passOn(once, lease)).isEqualTo(next).contains(new Claim.Granted(lease, false));
		assertThat(this.ledger.claim(this.person, NEXT, Attempt.FIRST)).as("a whole lease")
			.isInstanceOf(Claim.Busy.class);
	}

	@Test
	void grantsTheNextEffectNotAgainOnceSomebodyElseHasIt() {
		Claim.Granted once = granted(Attempt.FIRST);
		UUID lease = UUID.randomUUID();
		passOn(once, lease);
		expire();
		this.ledger.claim(this.person, NEXT, Attempt.FIRST);
		assertThat(passOn(once, lease)).isEmpty();
	}

	@Test
	void recordsTheEndAlsoWhereTheNextEffectIsRefused() {
		this.ledger.claim(this.person, NEXT, Attempt.FIRST);
		assertThat(passOn(granted(Attempt.FIRST), UUID.randomUUID()).orElseThrow()).isInstanceOf(Claim.Busy.class);
		assertThat(claim(Attempt.FIRST)).isInstanceOf(Claim.Concluded.class);
	}

	/**
	 * The driver prepares a statement anew where a null comes without its type, and the
	 * database plans it anew then.
	 */
	@Test
	void isPreparedOnceWhateverTheEvidenceIs(@Autowired TransactionTemplate transaction) {
		Integer executions = transaction.execute((oneConnection) -> {
			for (int time = 0; time < 20; time++) {
				UUID somebody = UUID.randomUUID();
				Claim.Granted first = (Claim.Granted) this.ledger.claim(somebody, EFFECT, Attempt.FIRST);
				String evidence = (time % 2 == 0) ? "a mailbox" : null;
				this.ledger.passOn(somebody, EFFECT,
						new Ending(StepResult.ADDED, "", evidence, List.of(), null, first.lease(), null), NEXT,
						UUID.randomUUID(), Attempt.FIRST);
			}
			return this.jdbc.sql(
					"select max(generic_plans + custom_plans) from pg_prepared_statements where statement like '%renewed%'")
				.query(Integer.class)
				.single();
		});
		assertThat(executions).isGreaterThan(10);
	}

	private Optional<Claim> passOn(Claim.Granted granted, UUID nextLease) {
		return this.ledger.passOn(this.person, EFFECT,
				new Ending(StepResult.ADDED, "created", null, List.of(), null, granted.lease(), null), NEXT, nextLease,
				Attempt.FIRST);
	}

	private Claim claim(Attempt attempt) {
		return this.ledger.claim(this.person, EFFECT, attempt);
	}

	private Claim.Granted granted(Attempt attempt) {
		Claim claim = claim(attempt);
		assertThat(claim).isInstanceOf(Claim.Granted.class);
		return (Claim.Granted) claim;
	}

	private boolean end(Claim.Granted granted, StepResult result, String detail) {
		return this.ledger.end(this.person, EFFECT,
				new Ending(result, detail, null, List.of(), null, granted.lease(), null));
	}

	private boolean end(Claim.Granted granted, @Nullable StepResult result, Outcome outcome) {
		return this.ledger.end(this.person, EFFECT,
				new Ending(result, outcome.detail(), null, List.of(), outcome, granted.lease(), null));
	}

	private void expire() {
		this.jdbc.sql("update effect set lease_until = now() where person_id = :person")
			.param("person", this.person)
			.update();
	}

}
