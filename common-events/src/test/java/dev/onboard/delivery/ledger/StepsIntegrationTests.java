package dev.onboard.delivery.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import dev.onboard.delivery.DeliveryTest;
import dev.onboard.delivery.circuit.Circuits;
import dev.onboard.delivery.outbox.Outbox;
import dev.onboard.delivery.outbox.WakeUp;
import dev.onboard.events.Attempt;
import dev.onboard.events.Choice;
import dev.onboard.events.Decision;
import dev.onboard.events.Event;
import dev.onboard.events.Instruction;
import dev.onboard.events.Person;
import dev.onboard.events.StepRefresh;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.StepRetry;
import dev.onboard.events.TargetSystem;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.Lifecycle;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** In a schema of its own, where no relay empties the outbox. */
@DeliveryTest
@TestPropertySource(properties = "spring.datasource.username=web")
class StepsIntegrationTests {

	private static final String QUEUE = "mail.create";

	private static final Attempt SECOND = Attempt.FIRST.next();

	private static final Attempt LAST = new Attempt(1, 3);

	private final List<String> calls = new ArrayList<>();

	/** Of a replica whose clock is behind. */
	private final Instant now = Instant.now().minusSeconds(3600).truncatedTo(ChronoUnit.MICROS);

	private final Person alice = new Person(UUID.randomUUID(), "alice", "alice@example.com", "Alice", "Ivanova", null,
			null, null);

	private final ScriptedEffect mailbox = new ScriptedEffect("mailbox");

	private final ScriptedEffect welcome = new ScriptedEffect("welcome-mail");

	private final Step step = new Step(TargetSystem.MAIL, List.of(this.mailbox, this.welcome));

	private final JdbcClient jdbc;

	private final Ledger ledger;

	private final Circuits circuits;

	private final TransactionTemplate transaction;

	private final Stopping stopping = new Stopping();

	private final Steps steps;

	StepsIntegrationTests(@Autowired JdbcClient jdbc, @Autowired TransactionTemplate transaction,
			@Autowired Circuits circuits, @Autowired @Qualifier("relay") Lifecycle relay) {
		relay.stop();
		jdbc.sql("delete from target").update();
		circuits.begin(TargetSystem.MAIL);
		circuits.look(TargetSystem.MAIL);
		this.jdbc = jdbc;
		this.ledger = new Ledger(jdbc, Duration.ofMinutes(1));
		this.circuits = circuits;
		this.transaction = transaction;
		this.steps = steps(transaction);
	}

	private Steps steps(TransactionTemplate transaction) {
		return steps(transaction, this.ledger);
	}

	private Steps steps(TransactionTemplate transaction, Ledger ledger) {
		return steps(transaction, ledger, this.stopping);
	}

	private Steps steps(TransactionTemplate transaction, Ledger ledger, Stopping stopping) {
		Outbox outbox = new Outbox(this.jdbc, new WakeUp());
		Clock clock = Clock.fixed(this.now, ZoneOffset.UTC);
		return new Steps(ledger, new DueAttempts(this.jdbc), outbox, this.circuits,
				new RetrySchedule(List.of(Duration.ofSeconds(5), Duration.ofSeconds(30)), 3),
				new Recording(ledger, outbox, this.circuits, transaction, clock),
				new StepMeters(ObservationRegistry.NOOP, new SimpleMeterRegistry()), stopping);
	}

	@Test
	void doesTheEffectsInOrderAndSaysItOnce() {
		carry(Attempt.FIRST);
		assertThat(calls()).containsExactly("mailbox", "welcome-mail");
		assertThat(outbox())
			.containsExactly(said(report(StepResult.ADDED, Attempt.FIRST, "mailbox ok; welcome-mail ok", null)));
	}

	@Test
	void doesNothingTwiceForARepeatButSaysTheResultAgain() {
		carry(Attempt.FIRST);
		carry(Attempt.FIRST);
		carry(new Attempt(2, 1));
		assertThat(calls()).containsExactly("mailbox", "welcome-mail");
		assertThat(outbox()).hasSize(3)
			.allSatisfy((said) -> assertThat(((StepReport) said.event()).detail())
				.isEqualTo("mailbox ok; welcome-mail ok"));
	}

	@Test
	void retriesOnlyWhatIsNotDoneYet() {
		this.welcome.next(new Outcome.Transient("SMTP is away"));
		carry(Attempt.FIRST);
		Instant next = this.now.plusSeconds(5);
		assertThat(outbox()).containsExactly(
				said(report(StepResult.RETRYING, Attempt.FIRST, "mailbox ok; SMTP is away", next)),
				new Outboxed("onboarding.requeue", QUEUE, new StepRetry(TargetSystem.MAIL, this.alice, SECOND, null),
						false));
		carry(SECOND);
		assertThat(calls()).containsExactly("mailbox", "welcome-mail", "welcome-mail");
		assertThat(outbox()).last()
			.isEqualTo(said(report(StepResult.ADDED, SECOND, "mailbox ok; welcome-mail ok", null)));
	}

	@Test
	void startsNoSecondChainOfRetriesForARepeat() {
		this.mailbox.next(new Outcome.Transient("down"));
		carry(Attempt.FIRST);
		carry(Attempt.FIRST);
		assertThat(calls()).containsExactly("mailbox");
		assertThat(outbox()).hasSize(2);
	}

	@Test
	void obeysRetryAfterExactly() {
		this.mailbox.next(new Outcome.Transient("too many", Duration.ofSeconds(7)));
		carry(Attempt.FIRST);
		assertThat(outbox().get(0))
			.isEqualTo(said(report(StepResult.RETRYING, Attempt.FIRST, "too many", this.now.plusSeconds(7))));
	}

	@Test
	void givesUpAfterTheLastAttempt() {
		this.mailbox.next(new Outcome.Transient("down"));
		carry(LAST);
		assertThat(outbox())
			.containsExactly(said(report(StepResult.FAILED, LAST, "gave up after 3 attempts: down", null)));
	}

	@Test
	void stopsAtARefusalUntilANewerGenerationAsks() {
		this.mailbox.next(new Outcome.Refused("not ours"));
		carry(Attempt.FIRST);
		carry(Attempt.FIRST);
		Outboxed failed = said(report(StepResult.FAILED, Attempt.FIRST, "not ours", null));
		assertThat(outbox()).containsExactly(failed, failed);
		carry(new Attempt(2, 1));
		assertThat(calls()).containsExactly("mailbox", "mailbox", "welcome-mail");
	}

	@Test
	void skipsWhatIsNotConfigured() {
		Step redmine = new Step(TargetSystem.REDMINE, List.of(new NotConfigured("redmine-account", "no Redmine")));
		this.steps.carry(redmine, this.alice, Attempt.FIRST, "web.redmine");
		assertThat(outbox()).containsExactly(said(new StepReport(TargetSystem.REDMINE, StepResult.SKIPPED, this.alice,
				Attempt.FIRST, "no Redmine", this.now, null, List.of())));
	}

	@Test
	void countsAnUnexpectedFailureAsAnAttempt() {
		this.mailbox.next(() -> {
			throw new IllegalStateException("secret");
		});
		carry(Attempt.FIRST);
		assertThat(outbox().get(0)).isEqualTo(said(report(StepResult.RETRYING, Attempt.FIRST,
				"unexpected failure, see the log: IllegalStateException", this.now.plusSeconds(5))));
	}

	@Test
	void countsNothingWhenOurDatabaseFailsAnEffect() {
		this.mailbox.next(() -> {
			throw new DataAccessResourceFailureException("gone");
		});
		assertThatExceptionOfType(DataAccessResourceFailureException.class).isThrownBy(() -> carry(Attempt.FIRST));
		assertThat(outbox()).isEmpty();
	}

	@Test
	void comesBackUncountedWhenSomebodyElseHasItInHand() {
		this.ledger.claim(this.alice.id(), "mailbox", Attempt.FIRST);
		carry(Attempt.FIRST);
		assertThat(calls()).isEmpty();
		assertThat(outbox()).containsExactly(new Outboxed("onboarding.requeue", QUEUE,
				new StepRetry(TargetSystem.MAIL, this.alice, Attempt.FIRST, null), false));
	}

	@Test
	void comesBackSoonForTheHolderMayEndLongBeforeTheLease() {
		this.ledger.claim(this.alice.id(), "mailbox", Attempt.FIRST);
		carry(new Attempt(2, 1));
		assertThat(dueIn()).isEqualTo(Duration.ofSeconds(3));
		this.jdbc.sql("update effect set lease_until = now() + interval '2 s' where person_id = :id")
			.param("id", this.alice.id())
			.update();
		carry(new Attempt(2, 1));
		assertThat(dueIn()).as("the lease ends before").isLessThanOrEqualTo(Duration.ofSeconds(2));
		assertThat(calls()).isEmpty();
	}

	@Test
	void admitsThatAnEarlierTryEndedWithoutAnAnswer() {
		this.ledger.claim(this.alice.id(), "welcome-mail", Attempt.FIRST);
		expire(this.alice);
		carry(Attempt.FIRST);
		assertThat(((StepReport) outbox().get(0).event()).detail())
			.isEqualTo("mailbox ok; welcome-mail ok (an earlier try ended without an answer)");
		assertThat(this.welcome.work.uncertain()).isTrue();
		assertThat(this.mailbox.work.uncertain()).isFalse();
	}

	@Test
	void whatOneEffectLeavesBehindIsKnownToTheNextAndToTheReport() {
		this.mailbox.next(new Outcome.Done("created", "alice2@example.com"));
		carry(Attempt.FIRST);
		carry(Attempt.FIRST);
		Person renamed = this.alice.at("alice2@example.com");
		assertThat(this.welcome.work).isNotNull();
		assertThat(this.welcome.work.person()).isEqualTo(renamed);
		assertThat(this.welcome.work.evidence()).isEqualTo(Map.of("mailbox", "alice2@example.com"));
		assertThat(outbox()).hasSize(2)
			.allSatisfy((said) -> assertThat(((StepReport) said.event()).person()).isEqualTo(renamed));
	}

	@Test
	void saysTheChoicesOfAConflictEachTime() {
		List<Choice> choices = List.of(Choice.of(Decision.ADOPT));
		this.mailbox.next(new Outcome.Conflict("not ours", choices));
		carry(Attempt.FIRST);
		carry(Attempt.FIRST);
		assertThat(outbox()).hasSize(2)
			.allSatisfy((said) -> assertThat(((StepReport) said.event()).choices()).isEqualTo(choices));
	}

	@Test
	void tellsTheEffectWhatSomebodyDecided() {
		Instruction adopt = new Instruction(Decision.ADOPT, "she is back");
		this.mailbox.next(new Outcome.Transient("down"));
		this.steps.carry(this.step, this.alice, new Attempt(2, 1), adopt, QUEUE);
		assertThat(this.mailbox.work.instruction()).isEqualTo(adopt);
		assertThat(outbox()).last()
			.extracting(Outboxed::event)
			.isEqualTo(new StepRetry(TargetSystem.MAIL, this.alice, new Attempt(2, 2), adopt));
	}

	@Test
	void leavesOutWhatSomebodySaysWithoutCallingTheTargetEvenWhileItIsPaused() {
		this.mailbox.next(new Outcome.Misconfigured("no access"));
		carry(Attempt.FIRST);
		this.steps.carry(this.step, this.alice, new Attempt(2, 1), new Instruction(Decision.SKIP, "not needed"), QUEUE);
		assertThat(calls()).containsExactly("mailbox");
		assertThat(outbox()).last()
			.isEqualTo(said(report(StepResult.SKIPPED, new Attempt(2, 1), "left out by hand: not needed", null)));
		assertThat(this.circuits.look(TargetSystem.MAIL)).isTrue();
		carry(Attempt.FIRST.next());
		assertThat(calls()).containsExactly("mailbox");
	}

	@Test
	void believesSomebodyWhoHasDoneItByHand() {
		this.welcome.next(new Outcome.Refused("no"));
		carry(Attempt.FIRST);
		this.steps.carry(this.step, this.alice, new Attempt(2, 1), new Instruction(Decision.MARK_DONE, "I wrote"),
				QUEUE);
		assertThat(calls()).containsExactly("mailbox", "welcome-mail");
		assertThat(outbox()).last()
			.isEqualTo(said(
					report(StepResult.ADDED, new Attempt(2, 1), "mailbox ok; marked done by hand: I wrote", null)));
	}

	@Test
	void countsNoAttemptAndPausesTheTargetWhenItWouldRefuseAnybody() {
		this.welcome.next(new Outcome.Misconfigured("no access"));
		carry(SECOND);
		assertThat(outbox()).containsExactly(repeated(SECOND));
		assertThat(this.circuits.look(TargetSystem.MAIL)).isTrue();
		carry(SECOND);
		assertThat(calls()).containsExactly("mailbox", "welcome-mail");
		assertThat(outbox()).containsExactly(repeated(SECOND), repeated(SECOND));
		this.circuits.resume(TargetSystem.MAIL);
		carry(SECOND);
		assertThat(outbox()).last()
			.isEqualTo(said(report(StepResult.ADDED, SECOND, "mailbox ok; welcome-mail ok", null)));
	}

	@Test
	void countsNoAttemptWhenTheTargetAsksAllToWait() {
		this.mailbox.next(new Outcome.Throttled("too many", Duration.ofSeconds(7)));
		carry(Attempt.FIRST);
		assertThat(outbox()).containsExactly(repeated(Attempt.FIRST));
		assertThat(this.circuits.look(TargetSystem.MAIL)).isTrue();
	}

	@Test
	void waitsItsTurnSilently() {
		this.mailbox.next(new Outcome.Waiting("not yet", Duration.ofSeconds(3)));
		carry(Attempt.FIRST);
		carry(Attempt.FIRST);
		assertThat(calls()).containsExactly("mailbox", "mailbox", "welcome-mail");
		assertThat(outbox()).containsExactly(repeated(Attempt.FIRST),
				said(report(StepResult.ADDED, Attempt.FIRST, "mailbox ok; welcome-mail ok", null)));
	}

	@Test
	void beginsNothingMoreOnceTheProcessIsToStopAndLeavesTheRestToAnother() {
		this.mailbox.next(() -> {
			this.stopping.onApplicationEvent(new ContextClosedEvent(new StaticApplicationContext()));
			return new Outcome.Done("mailbox ok");
		});
		carry(Attempt.FIRST);
		assertThat(calls()).containsExactly("mailbox");
		assertThat(outbox()).containsExactly(new Outboxed("onboarding.requeue", QUEUE,
				new StepRetry(TargetSystem.MAIL, this.alice, Attempt.FIRST, null), true));
		Steps another = steps(this.transaction, this.ledger, new Stopping());
		another.carry(this.step, this.alice, Attempt.FIRST, QUEUE);
		assertThat(calls()).containsExactly("mailbox", "welcome-mail");
		assertThat(Objects.requireNonNull(this.welcome.work).uncertain()).isFalse();
		assertThat(outbox()).last()
			.isEqualTo(said(report(StepResult.ADDED, Attempt.FIRST, "mailbox ok; welcome-mail ok", null)));
	}

	@Test
	void pausesTheTargetWhenSeveralPeopleInARowHaveTrouble() {
		for (int i = 1; i <= 5; i++) {
			assertThat(this.circuits.look(TargetSystem.MAIL)).isFalse();
			this.mailbox.next(new Outcome.Ambiguous("no answer"));
			this.steps.carry(this.step, person(), Attempt.FIRST, QUEUE);
		}
		assertThat(this.circuits.look(TargetSystem.MAIL)).isTrue();
	}

	/** It may want something that nobody has, such as another field. */
	@Test
	void pausesTheTargetWhenItRefusesSeveralPeopleInARow() {
		for (int i = 1; i <= 5; i++) {
			assertThat(this.circuits.look(TargetSystem.MAIL)).isFalse();
			this.mailbox.next(new Outcome.Refused("the team is missing"));
			this.steps.carry(this.step, person(), Attempt.FIRST, QUEUE);
		}
		assertThat(this.circuits.look(TargetSystem.MAIL)).isTrue();
		assertThat(reason()).isEqualTo("the team is missing");
	}

	@Test
	void whatIsRefusedToOnePersonAlonePausesNothing() {
		for (int i = 1; i <= 8; i++) {
			this.welcome.next(Outcome.Refused.alone("no such role"));
			this.steps.carry(this.step, person(), Attempt.FIRST, QUEUE);
		}
		assertThat(this.circuits.look(TargetSystem.MAIL)).isFalse();
	}

	@Test
	void aProbeThatIsRefusedFailsAndLeavesItPaused() {
		this.circuits.pauseFor(TargetSystem.MAIL, "wait", Duration.ZERO);
		this.circuits.takeProbe(TargetSystem.MAIL);
		this.mailbox.next(new Outcome.Refused("the team is missing"));
		carry(Attempt.FIRST);
		assertThat(outbox()).contains(said(report(StepResult.FAILED, Attempt.FIRST, "the team is missing", null)));
		assertThat(this.circuits.look(TargetSystem.MAIL)).isTrue();
	}

	@Test
	void whatIsTroubleWithEachOfManyPeopleAlonePausesNothingAndIsTriedAgain() {
		for (int i = 1; i <= 8; i++) {
			this.mailbox.next(new Outcome.Later("their mailbox is busy"));
			this.steps.carry(this.step, person(), Attempt.FIRST, QUEUE);
		}
		assertThat(this.circuits.look(TargetSystem.MAIL)).isFalse();
		this.mailbox.next(new Outcome.Later("their mailbox is busy"));
		carry(LAST);
		assertThat(outbox()).contains(said(report(StepResult.FAILED, LAST,
				"gave up after %d attempts: their mailbox is busy".formatted(LAST.number()), null)));
	}

	@Test
	void aProbeThatMeetsTroubleWithOnePersonAloneLetsEverybodyElseGoOn() {
		this.circuits.pauseFor(TargetSystem.MAIL, "wait", Duration.ZERO);
		this.circuits.takeProbe(TargetSystem.MAIL);
		this.mailbox.next(new Outcome.Later("their mailbox is busy"));
		carry(Attempt.FIRST);
		assertThat(this.circuits.look(TargetSystem.MAIL)).isFalse();
		assertThat(outbox()).as("it counts").contains(repeated(SECOND));
	}

	@Test
	void onePersonAloneOrASuccessBetweenPausesNothing() {
		for (int i = 1; i <= 4; i++) {
			this.mailbox.next(new Outcome.Transient("down"));
			this.steps.carry(this.step, person(), Attempt.FIRST, QUEUE);
		}
		this.steps.carry(this.step, person(), Attempt.FIRST, QUEUE);
		for (int number = 1; number <= 8; number++) {
			this.mailbox.next(new Outcome.Transient("down"));
			this.steps.carry(this.step, this.alice, new Attempt(number, 1), QUEUE);
		}
		assertThat(this.circuits.look(TargetSystem.MAIL)).isFalse();
	}

	@Test
	void aProbeThatWorksLetsEverybodyGoOn() {
		this.circuits.pauseFor(TargetSystem.MAIL, "wait", Duration.ZERO);
		assertThat(this.circuits.takeProbe(TargetSystem.MAIL)).isTrue();
		carry(Attempt.FIRST);
		assertThat(calls()).containsExactly("mailbox", "welcome-mail");
		assertThat(this.circuits.look(TargetSystem.MAIL)).isFalse();
	}

	/** It was switched off while it was paused. */
	@Test
	void aProbeThatFindsNothingConfiguredLetsEverybodyGoOn() {
		this.circuits.pauseFor(TargetSystem.MAIL, "wait", Duration.ZERO);
		this.circuits.takeProbe(TargetSystem.MAIL);
		this.mailbox.next(new Outcome.Skipped("nothing is configured"));
		carry(Attempt.FIRST);
		assertThat(this.circuits.look(TargetSystem.MAIL)).isFalse();
	}

	@Test
	void aProbeThatFailsLeavesItPausedAndCountsNothing() {
		this.circuits.pauseFor(TargetSystem.MAIL, "wait", Duration.ZERO);
		this.circuits.takeProbe(TargetSystem.MAIL);
		this.mailbox.next(new Outcome.Misconfigured("still no access"));
		carry(Attempt.FIRST);
		assertThat(outbox()).containsExactly(repeated(Attempt.FIRST));
		assertThat(this.circuits.look(TargetSystem.MAIL)).isTrue();
	}

	@Test
	void anOrderThatCallsNobodyUsesUpNoProbe() {
		carry(Attempt.FIRST);
		this.circuits.pauseFor(TargetSystem.MAIL, "wait", Duration.ZERO);
		this.circuits.takeProbe(TargetSystem.MAIL);
		carry(Attempt.FIRST);
		assertThat(this.circuits.probeIsOpen(TargetSystem.MAIL)).isTrue();
		Person bob = person();
		this.steps.supersede(this.step, bob, new Attempt(2, 1));
		this.steps.carry(this.step, bob, Attempt.FIRST, QUEUE);
		assertThat(this.circuits.probeIsOpen(TargetSystem.MAIL)).isTrue();
		assertThat(calls()).as("for the first order").containsExactly("mailbox", "welcome-mail");
		this.steps.carry(this.step, bob, new Attempt(2, 1), QUEUE);
		assertThat(this.circuits.look(TargetSystem.MAIL)).isFalse();
	}

	@Test
	void aProbeThatCallsNobodySaysNothingOfTheTarget() {
		this.circuits.pauseFor(TargetSystem.MAIL, "wait", Duration.ZERO);
		this.circuits.takeProbe(TargetSystem.MAIL);
		this.mailbox.next(Outcome.Done.withoutCall("nothing to do", null));
		this.welcome.next(Outcome.Refused.withoutCall("we know that ourselves"));
		carry(Attempt.FIRST);
		assertThat(this.circuits.probeIsOpen(TargetSystem.MAIL)).isTrue();
		assertThat(this.circuits.look(TargetSystem.MAIL)).isTrue();
		this.welcome.next(Outcome.Done.withoutCall("nothing to do", null));
		this.steps.carry(this.step, person(), Attempt.FIRST, QUEUE);
		assertThat(this.circuits.look(TargetSystem.MAIL)).as("the effect before it called").isFalse();
	}

	@Test
	void aProbeThatWorksAndCannotSaySoLeavesItToTheNext() {
		this.circuits.pauseFor(TargetSystem.MAIL, "wait", Duration.ZERO);
		this.circuits.takeProbe(TargetSystem.MAIL);
		this.ledger.claim(this.alice.id(), "welcome-mail", Attempt.FIRST);
		carry(Attempt.FIRST);
		assertThat(this.circuits.probeIsOpen(TargetSystem.MAIL)).as("the next effect is in hand").isTrue();
		Person bob = person();
		this.steps.supersede(new Step(TargetSystem.MAIL, List.of(this.welcome)), bob, new Attempt(2, 1));
		this.steps.carry(this.step, bob, Attempt.FIRST, QUEUE);
		assertThat(this.circuits.probeIsOpen(TargetSystem.MAIL)).as("the next effect is superseded").isTrue();
		this.welcome.next(() -> {
			expire(bob);
			this.ledger.claim(bob.id(), "welcome-mail", new Attempt(3, 1));
			return new Outcome.Refused("too late");
		});
		this.steps.carry(this.step, bob, new Attempt(2, 1), QUEUE);
		assertThat(this.circuits.probeIsOpen(TargetSystem.MAIL)).as("the end was not ours").isTrue();
		assertThat(calls()).containsExactly("mailbox", "mailbox", "welcome-mail");
		assertThat(this.circuits.look(TargetSystem.MAIL)).isTrue();
		this.steps.carry(this.step, person(), Attempt.FIRST, QUEUE);
		assertThat(this.circuits.look(TargetSystem.MAIL)).isFalse();
	}

	@Test
	void aProbeThatMeetsAnOutageCountsNothing() {
		this.circuits.pauseFor(TargetSystem.MAIL, "wait", Duration.ZERO);
		this.circuits.takeProbe(TargetSystem.MAIL);
		this.mailbox.next(new Outcome.Ambiguous("no answer"));
		carry(LAST);
		assertThat(outbox()).containsExactly(repeated(LAST));
		this.circuits.resume(TargetSystem.MAIL);
		carry(LAST);
		assertThat(this.mailbox.work.uncertain()).isTrue();
	}

	@Test
	void aQuietStepTellsNobodyAndIsTriedAgainAsWhatItIs() {
		Step quiet = new Step(TargetSystem.MAIL, List.of(this.welcome), true);
		this.welcome.next(new Outcome.Transient("down"));
		this.steps.carry(quiet, this.alice, Attempt.FIRST, QUEUE);
		this.steps.carry(quiet, this.alice, SECOND, QUEUE);
		assertThat(calls()).containsExactly("welcome-mail", "welcome-mail");
		assertThat(outbox()).containsExactly(new Outboxed("onboarding.requeue", QUEUE,
				new StepRefresh(TargetSystem.MAIL, this.alice, SECOND), false));
	}

	/** It may have been asked for in a queue that goes on while the target is paused. */
	@Test
	void aQuietStepComesBackWhenThePausedTargetIsTriedButEachMinute() {
		Step quiet = new Step(TargetSystem.MAIL, List.of(this.welcome), true);
		this.circuits.pauseFor(TargetSystem.MAIL, "wait", Duration.ofSeconds(20));
		this.steps.carry(quiet, this.alice, Attempt.FIRST, QUEUE);
		assertThat(dueIn()).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(25));
		this.circuits.pauseFor(TargetSystem.MAIL, "wait", Duration.ofHours(1));
		this.steps.carry(quiet, this.alice, SECOND, QUEUE);
		assertThat(dueIn()).isBetween(Duration.ofSeconds(55), Duration.ofSeconds(65));
		carry(Attempt.FIRST);
		assertThat(dueIn()).as("its queue stops").isLessThan(Duration.ofSeconds(5));
		assertThat(calls()).isEmpty();
	}

	/** Of what was said last. */
	private Duration dueIn() {
		return this.jdbc.sql("select * from outbox where correlation_id = :person order by id desc limit 1")
			.param("person", this.alice.id().toString())
			.query((row, number) -> Duration.between(row.getObject("created_at", OffsetDateTime.class),
					row.getObject("due_at", OffsetDateTime.class)))
			.single();
	}

	@Test
	void recordsNothingThatItCannotSay() {
		this.welcome.next(() -> new Outcome.Done("\u0000 is no text for this database"));
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> carry(Attempt.FIRST));
		assertThat(outbox()).isEmpty();
		assertThat(this.ledger.claim(this.alice.id(), "welcome-mail", Attempt.FIRST)).isInstanceOf(Claim.Busy.class);
	}

	@Test
	void recordsAgainInsteadOfCallingAgain() {
		Steps flaky = steps(new FlakyTransactions(false));
		flaky.carry(this.step, this.alice, Attempt.FIRST, QUEUE);
		assertThat(calls()).containsExactly("mailbox", "welcome-mail");
		assertThat(outbox())
			.containsExactly(said(report(StepResult.ADDED, Attempt.FIRST, "mailbox ok; welcome-mail ok", null)));
	}

	@Test
	void saysAgainWhatWasRecordedThoughNobodyHeardOfTheCommit() {
		steps(new FlakyTransactions(true)).carry(this.step, this.alice, Attempt.FIRST, QUEUE);
		StepReport added = report(StepResult.ADDED, Attempt.FIRST, "mailbox ok; welcome-mail ok", null);
		assertThat(outbox()).extracting(Outboxed::event)
			.containsExactly(added, new StepRetry(TargetSystem.MAIL, this.alice, Attempt.FIRST, null));
		carry(Attempt.FIRST);
		assertThat(calls()).containsExactly("mailbox", "welcome-mail");
		assertThat(outbox()).last().isEqualTo(said(added));
	}

	@Test
	void goesOnWithTheLeaseThatNobodyHeardOf() {
		steps(this.transaction, new FlakyLedger()).carry(this.step, this.alice, Attempt.FIRST, QUEUE);
		assertThat(calls()).containsExactly("mailbox", "welcome-mail");
		assertThat(this.welcome.work.uncertain()).isFalse();
		assertThat(outbox())
			.containsExactly(said(report(StepResult.ADDED, Attempt.FIRST, "mailbox ok; welcome-mail ok", null)));
	}

	private void expire(Person person) {
		this.jdbc.sql("update effect set lease_until = now() where person_id = :id and state = 'STARTED'")
			.param("id", person.id())
			.update();
	}

	private void carry(Attempt attempt) {
		this.steps.carry(this.step, this.alice, attempt, QUEUE);
	}

	private List<String> calls() {
		return this.calls;
	}

	private List<Outboxed> outbox() {
		return Outboxed.of(this.jdbc, this.alice.id());
	}

	private StepReport report(StepResult result, Attempt attempt, String detail, @Nullable Instant next) {
		return new StepReport(TargetSystem.MAIL, result, this.alice, attempt, detail, this.now, next, List.of());
	}

	private Outboxed repeated(Attempt attempt) {
		return new Outboxed("onboarding.requeue", QUEUE, new StepRetry(TargetSystem.MAIL, this.alice, attempt, null),
				false);
	}

	private String reason() {
		return this.jdbc.sql("select reason from target").query(String.class).single();
	}

	private static Person person() {
		UUID id = UUID.randomUUID();
		return new Person(id, "p" + id, "p" + id + "@example.com", "Some", "Body", null, null, null);
	}

	private static Outboxed said(Event event) {
		return new Outboxed("onboarding", event.type(), event, true);
	}

	/** The database fails once: before the transaction, or between its commit and us. */
	private final class FlakyTransactions extends TransactionTemplate {

		private static final long serialVersionUID = 1L;

		private final boolean commits;

		private boolean failed;

		FlakyTransactions(boolean commits) {
			super(Objects.requireNonNull(StepsIntegrationTests.this.transaction.getTransactionManager()));
			this.commits = commits;
		}

		@Override
		public <T> @Nullable T execute(TransactionCallback<T> action) {
			T result = (this.commits || this.failed) ? StepsIntegrationTests.this.transaction.execute(action) : null;
			if (!this.failed) {
				this.failed = true;
				throw new DataAccessResourceFailureException("away");
			}
			return result;
		}

	}

	/** Its first word of a record that leads to another effect is lost. */
	private final class FlakyLedger extends Ledger {

		private boolean failed;

		FlakyLedger() {
			super(StepsIntegrationTests.this.jdbc, Duration.ofMinutes(1));
		}

		@Override
		Optional<Claim> passOn(UUID person, String effect, Ending ending, String next, UUID nextLease,
				Attempt attempt) {
			Optional<Claim> claim = super.passOn(person, effect, ending, next, nextLease, attempt);
			if (!this.failed) {
				this.failed = true;
				throw new DataAccessResourceFailureException("away");
			}
			return claim;
		}

	}

	private interface Script {

		Outcome run();

	}

	private final class ScriptedEffect implements Effect {

		private final Deque<Script> scripts = new ArrayDeque<>();

		private final String name;

		private @Nullable Work work;

		ScriptedEffect(String name) {
			this.name = name;
		}

		void next(Outcome outcome) {
			next(() -> outcome);
		}

		void next(Script script) {
			this.scripts.add(script);
		}

		@Override
		public String name() {
			return this.name;
		}

		@Override
		public Outcome perform(Work work) {
			StepsIntegrationTests.this.calls.add(this.name);
			this.work = work;
			Script script = this.scripts.poll();
			return (script != null) ? script.run() : new Outcome.Done(this.name + " ok");
		}

		@Override
		public Person left(Person person, String evidence) {
			return person.at(evidence);
		}

	}

}
