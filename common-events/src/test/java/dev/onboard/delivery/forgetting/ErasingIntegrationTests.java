package dev.onboard.delivery.forgetting;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.onboard.delivery.DeliveryTest;
import dev.onboard.delivery.control.Control;
import dev.onboard.delivery.outbox.Outbox;
import dev.onboard.events.Attempt;
import dev.onboard.events.Event;
import dev.onboard.events.EventJson;
import dev.onboard.events.Person;
import dev.onboard.events.UserCreate;
import dev.onboard.events.UserErase;
import org.junit.jupiter.api.Test;

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
class ErasingIntegrationTests {

	private static final String QUEUE = "web.control";

	private final Person alice = person();

	private final JdbcClient jdbc;

	private final Control control;

	private final Erased erased;

	private final Erasing erasing;

	private final Outbox outbox;

	private final TransactionTemplate transaction;

	ErasingIntegrationTests(@Autowired JdbcClient jdbc, @Autowired Control control, @Autowired Erased erased,
			@Autowired Erasing erasing, @Autowired Outbox outbox, @Autowired TransactionTemplate transaction,
			@Autowired @Qualifier("relay") Lifecycle relay) {
		relay.stop();
		this.jdbc = jdbc;
		this.control = control;
		this.erased = erased;
		this.erasing = erasing;
		this.outbox = outbox;
		this.transaction = transaction;
	}

	@Test
	void forgetsWhatTheMechanismKnowsOfAPersonAndOfNobodyElse() {
		Person bob = person();
		List.of(this.alice, bob).forEach((person) -> {
			record(person);
			this.outbox.say(new UserCreate(person, Attempt.FIRST));
		});
		this.control.hear(new UserErase(this.alice.id(), Attempt.FIRST), List.of(), QUEUE);
		assertThat(rows("effect", this.alice)).singleElement()
			.asString()
			.contains("mailbox", "ADDED")
			.doesNotContain("alice");
		assertThat(this.erased.contains(this.alice.id())).isTrue();
		assertThat(rows("effect", bob)).singleElement().asString().contains("alice@example.com");
		assertThat(outboxed(bob)).containsExactly(new UserCreate(bob, Attempt.FIRST));
		assertThat(this.erased.contains(bob.id())).isFalse();
	}

	@Test
	void looksAgainOnceNothingCanBeInHandAnyMore() {
		Instant now = Instant.now();
		this.control.hear(new UserErase(this.alice.id(), Attempt.FIRST), List.of(), QUEUE);
		UserErase again = new UserErase(this.alice.id(), Attempt.FIRST.next());
		assertThat(outboxed(this.alice)).containsExactly(again);
		assertThat(this.jdbc.sql("select due_at from outbox where correlation_id = :person and routing_key = :queue")
			.param("person", this.alice.id().toString())
			.param("queue", QUEUE)
			.query(OffsetDateTime.class)
			.single()
			.toInstant()).isBetween(now.plus(Duration.ofSeconds(109)), now.plus(Duration.ofSeconds(120)));
		record(this.alice);
		this.control.hear(again, List.of(), QUEUE);
		assertThat(rows("effect", this.alice)).singleElement().asString().doesNotContain("alice");
		assertThat(outboxed(this.alice)).isEmpty();
	}

	@Test
	void leavesATombstoneThatSaysWhenAndWhyAndStaysAsItIs() {
		Instant start = Instant.now().minusSeconds(1);
		forget("left the company");
		Erased.Tombstone first = this.erased.find(this.alice.id()).orElseThrow();
		assertThat(first.reason()).isEqualTo("left the company");
		assertThat(first.at()).isBetween(start, Instant.now().plusSeconds(1));
		forget("another reason");
		assertThat(this.erased.find(this.alice.id())).contains(first);
		assertThat(this.erased.find(UUID.randomUUID())).isEmpty();
	}

	/**
	 * The relay has it in hand until the broker has confirmed it, which may take long.
	 */
	@Test
	void doesNotWaitForWhatIsBeingPublished() {
		this.outbox.say(new UserCreate(this.alice, Attempt.FIRST));
		this.transaction.executeWithoutResult((tx) -> {
			this.jdbc.sql("select id from outbox where correlation_id = :person for update")
				.param("person", this.alice.id().toString())
				.query(Long.class)
				.single();
			CompletableFuture.runAsync(() -> forget("")).orTimeout(20, TimeUnit.SECONDS).join();
		});
		assertThat(outboxed(this.alice)).hasSize(1);
	}

	private void forget(String reason) {
		this.transaction.executeWithoutResult((tx) -> this.erasing.forget(this.alice.id(), reason));
	}

	private void record(Person person) {
		this.jdbc.sql("""
				insert into effect (person_id, effect, generation, attempt, state, detail, evidence)
				values (:person, 'mailbox', 1, 1, 'ADDED', 'created alice', 'alice@example.com')
				on conflict (person_id, effect) do update set detail = excluded.detail, evidence = excluded.evidence
				""").param("person", person.id()).update();
	}

	private List<String> rows(String table, Person person) {
		return this.jdbc.sql("select t::text from " + table + " t where person_id = :person")
			.param("person", person.id())
			.query(String.class)
			.list();
	}

	private List<Event> outboxed(Person person) {
		return this.jdbc.sql("select type, body from outbox where correlation_id = :person order by id")
			.param("person", person.id().toString())
			.query((row, number) -> EventJson.read(row.getString("type"), row.getBytes("body")))
			.list();
	}

	private static Person person() {
		return new Person(UUID.randomUUID(), "alice", "alice@example.com", "Alice", "Ivanova", null, null, null);
	}

}
