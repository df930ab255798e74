package dev.onboard.delivery.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import dev.onboard.delivery.DeliveryTest;
import dev.onboard.delivery.circuit.Circuits;
import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import dev.onboard.events.StepReport;
import dev.onboard.events.TargetSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** In a schema of its own, where no relay empties the outbox. */
@DeliveryTest
@TestPropertySource(properties = "spring.datasource.username=web")
class LedgerWordsIntegrationTests {

	private static final Duration YEAR = Duration.ofDays(365);

	private final List<Work> calls = new ArrayList<>();

	private final Person alice = new Person(UUID.randomUUID(), "alice", "alice@example.com", "Alice", "Ivanova", null,
			null, null);

	private final Step step = new Step(TargetSystem.SLACK, List.of(new Post()));

	private final JdbcClient jdbc;

	private final Steps steps;

	private final LedgerWords words;

	private final TransactionTemplate transaction;

	LedgerWordsIntegrationTests(@Autowired JdbcClient jdbc, @Autowired Steps steps, @Autowired Circuits circuits,
			@Autowired LedgerWords words, @Autowired TransactionTemplate transaction,
			@Autowired @Qualifier("relay") Lifecycle relay) {
		relay.stop();
		jdbc.sql("delete from target").update();
		circuits.begin(TargetSystem.SLACK);
		circuits.look(TargetSystem.SLACK);
		this.jdbc = jdbc;
		this.steps = steps;
		this.words = words;
		this.transaction = transaction;
	}

	@BeforeEach
	void startWithNothing() {
		this.jdbc.sql("delete from effect").update();
		this.jdbc.sql("delete from outbox").update();
	}

	@Test
	void areForgottenOnceEverythingOfAPersonHasBeenOverForLong() {
		UUID old = record(Map.of("mailbox", "ADDED 366", "welcome-mail", "SKIPPED 366"));
		UUID younger = record(Map.of("mailbox", "ADDED 366", "welcome-mail", "ADDED 364"));
		assertThat(forget(10)).isEqualTo(2);
		assertThat(details(old)).containsExactly("", "");
		assertThat(details(younger)).containsExactly("words", "words");
		assertThat(forget(10)).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "STARTED", "WAITING", "RETRYING", "FAILED" })
	void stayWhileAPersonWaitsForSomething(String state) {
		UUID open = record(Map.of("mailbox", "ADDED 9999", "welcome-mail", state + " 9999"));
		assertThat(forget(10)).isZero();
		assertThat(details(open)).containsExactly("words", "words");
	}

	/** Asked for by hand, and left out before its turn came. */
	@Test
	void doNotStayForWhatWasNeverBegun() {
		UUID leftOut = record(Map.of("redmine-account", "SKIPPED 366", "redmine-groups", "WAITING 366"));
		this.jdbc.sql("update effect set due_at = null, detail = '' where state = 'WAITING'").update();
		assertThat(forget(10)).isEqualTo(1);
		assertThat(details(leftOut)).containsExactly("", "");
	}

	@Test
	void areAllThatIsForgottenOfThePersonByAge() {
		UUID old = record(Map.of("mailbox", "ADDED 366"));
		Map<String, Object> before = row(old);
		forget(10);
		Map<String, Object> after = row(old);
		assertThat(before).extracting("detail", "evidence").containsExactly("words", "proof");
		before.put("detail", "");
		assertThat(after).isEqualTo(before);
	}

	@Test
	void goWithThePersonAndSoDoesWhatItLeftBehind() {
		UUID erased = record(Map.of("mailbox", "ADDED 1"));
		UUID other = record(Map.of("mailbox", "ADDED 1"));
		Map<String, Object> expected = row(erased);
		this.words.forget(erased);
		expected.put("detail", "");
		expected.put("evidence", null);
		assertThat(row(erased)).isEqualTo(expected);
		assertThat(details(other)).containsExactly("words");
	}

	@Test
	void areNotNeededForALateRepeatToDoNothing() {
		carry();
		this.jdbc.sql("update effect set updated_at = now() - interval '366 days'").update();
		assertThat(forget(10)).isEqualTo(1);
		carry();
		assertThat(this.calls).hasSize(1);
		assertThat(Outboxed.of(this.jdbc, this.alice.id())).extracting((said) -> ((StepReport) said.event()).detail())
			.containsExactly("posted", "");
	}

	@Test
	void areForgottenInBatchesOfWhatNobodyElseHasInHand() {
		Set<UUID> people = Set.of(record(Map.of("mailbox", "ADDED 366")), record(Map.of("mailbox", "ADDED 366")),
				record(Map.of("mailbox", "ADDED 366")));
		this.transaction.executeWithoutResult((tx) -> {
			assertThat(forget(2)).isEqualTo(2);
			assertThat(CompletableFuture.supplyAsync(() -> forget(2)).join()).isEqualTo(1);
		});
		assertThat(people).allSatisfy((person) -> assertThat(details(person)).containsExactly(""));
	}

	private void carry() {
		this.steps.carry(this.step, this.alice, Attempt.FIRST, "web.slack");
	}

	private int forget(int limit) {
		return this.words.forget(YEAR, limit);
	}

	/** Effects by name, each with its state and its age in days. */
	private UUID record(Map<String, String> effects) {
		UUID person = UUID.randomUUID();
		effects.forEach((effect, stateAndAge) -> {
			String state = stateAndAge.split(" ")[0];
			this.jdbc
				.sql("""
						insert into effect (person_id, effect, generation, attempt, state, detail, evidence, updated_at,
						                    due_at, lease, lease_until)
						values (:person, :effect, 3, 2, :state, 'words', 'proof', now() - :days * interval '1 day',
						        case when :state in ('WAITING', 'RETRYING') then now() end, :lease, case when :state = 'STARTED' then now() end)
						""")
				.param("person", person)
				.param("effect", effect)
				.param("state", state)
				.param("days", Integer.valueOf(stateAndAge.split(" ")[1]))
				.param("lease", state.equals("STARTED") ? person : null)
				.update();
		});
		return person;
	}

	private List<String> details(UUID person) {
		return this.jdbc.sql("select detail from effect where person_id = :person")
			.param("person", person)
			.query(String.class)
			.list();
	}

	private Map<String, Object> row(UUID person) {
		return this.jdbc.sql("select * from effect where person_id = :person")
			.param("person", person)
			.query()
			.singleRow();
	}

	private final class Post implements Effect {

		@Override
		public String name() {
			return "slack-post";
		}

		@Override
		public Outcome perform(Work work) {
			LedgerWordsIntegrationTests.this.calls.add(work);
			return new Outcome.Done("posted");
		}

	}

}
