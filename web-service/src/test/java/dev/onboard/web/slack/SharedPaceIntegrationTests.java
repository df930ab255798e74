package dev.onboard.web.slack;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import dev.onboard.delivery.http.StubTarget;
import dev.onboard.delivery.http.StubTarget.Reply;
import dev.onboard.delivery.ledger.Effect;
import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.delivery.ledger.Work;
import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import dev.onboard.web.WebDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class SharedPaceIntegrationTests {

	private static final Duration PACE = Duration.ofMillis(500);

	/** Longer than a busy machine holds anything back. */
	private static final Duration LONG = Duration.ofSeconds(10);

	private static final int PEOPLE = 30;

	private static final Outcome DONE = new Outcome.Done("done");

	private final JdbcClient jdbc = WebDatabase.client();

	private final String limit = "https://hooks.slack.com/services/" + UUID.randomUUID();

	@Test
	void theFirstCallIsMadeAtOnce() {
		assertThat(elapsed(() -> assertThat(pace(LONG).inTurn(() -> DONE)).isSameAs(DONE))).isLessThan(LONG);
	}

	@Test
	void theNextOneWaitsInHandForItsTurn() {
		assertThat(elapsed(() -> {
			pace(PACE).inTurn(() -> DONE);
			assertThat(pace(PACE).inTurn(() -> DONE)).isSameAs(DONE);
		})).isGreaterThanOrEqualTo(PACE);
	}

	@Test
	void othersAreToldToComeBackOneAfterAnother() {
		SharedPace pace = pace(LONG);
		pace.inTurn(() -> DONE);
		// Has the turn in 10 s, but does not stay.
		Thread.currentThread().interrupt();
		Instant first = comesBack(pace);
		assertThat(Thread.interrupted()).isTrue();
		assertThat(List.of(comesBack(pace), comesBack(pace), comesBack(pace))).containsExactly(first.plus(LONG),
				first.plus(LONG.multipliedBy(2)), first.plus(LONG.multipliedBy(3)));
	}

	@Test
	void whoeverComesLateTakesTheTurnThatIsFreeThenAndNothingIsCaughtUp() {
		pace(PACE).inTurn(() -> DONE);
		this.jdbc.sql("update slack_pace set next_at = now() - interval '1 h', planned_at = now() - interval '1 h'")
			.update();
		assertThat(elapsed(() -> {
			pace(PACE).inTurn(() -> DONE);
			assertThat(pace(PACE).inTurn(() -> DONE)).isSameAs(DONE);
		})).isGreaterThanOrEqualTo(PACE);
	}

	@Test
	void limitsAreKeptApartAndDoNotShowInTheDatabase() {
		pace(LONG).inTurn(() -> DONE);
		SharedPace other = new SharedPace(this.jdbc, this.limit + "x", LONG);
		assertThat(elapsed(() -> other.inTurn(() -> DONE))).isLessThan(LONG);
		assertThat(this.jdbc.sql("select key from slack_pace").query(String.class).list())
			.allMatch((key) -> key.matches("[0-9a-f]{32}"));
	}

	/**
	 * Two effects on one database, each with eight messages in hand. A busy machine may
	 * hold back any post; so what is exact are the turns, and that no post is before its
	 * turn.
	 */
	@Test
	void replicasKeepThePaceTogetherAndUseItUp() throws Exception {
		List<Instant> posts = new CopyOnWriteArrayList<>();
		Reply reply = (socket, target) -> {
			posts.add(Instant.now());
			StubTarget.answer(200, "ok").to(socket, target);
		};
		AtomicInteger deliveries = new AtomicInteger();
		try (StubTarget slack = StubTarget
			.answering(IntStream.range(0, PEOPLE).mapToObj((i) -> reply).toArray(Reply[]::new));
				Turns turns = new Turns(this.jdbc)) {
			deliver(List.of(new WebhookPost(slack.url(), pace(PACE)), new WebhookPost(slack.url(), pace(PACE))),
					deliveries);
			assertThat(slack.requests()).hasSize(PEOPLE);
			List<Instant> taken = turns.taken(PACE);
			assertThat(taken).hasSize(PEOPLE);
			for (int i = 1; i < PEOPLE; i++) {
				assertThat(taken.get(i)).isAfterOrEqualTo(taken.get(i - 1).plus(PACE));
				assertThat(posts.get(i)).isAfter(taken.get(i).minusMillis(10));
			}
			assertThat(Duration.between(taken.get(0), taken.get(PEOPLE - 1)))
				.isLessThan(PACE.multipliedBy(PEOPLE - 1).multipliedBy(10).dividedBy(9));
		}
		assertThat(deliveries.get()).as("about two for each").isLessThan(PEOPLE * 5 / 2);
	}

	/** A queue with the messages that are due, and threads that take them. */
	private static void deliver(List<Effect> replicas, AtomicInteger deliveries) throws InterruptedException {
		BlockingQueue<Message> queue = new DelayQueue<>();
		IntStream.range(0, PEOPLE).forEach((i) -> queue.add(new Message(person(i), System.nanoTime())));
		CountDownLatch posted = new CountDownLatch(PEOPLE);
		ExecutorService threads = Executors.newFixedThreadPool(16);
		for (int i = 0; i < 16; i++) {
			Effect replica = replicas.get(i % 2);
			threads.execute(() -> {
				try {
					while (true) {
						Message message = queue.take();
						deliveries.incrementAndGet();
						Outcome outcome = replica.perform(work(message.person()));
						if (outcome instanceof Outcome.Waiting waiting) {
							queue.add(new Message(message.person(), System.nanoTime() + waiting.after().toNanos()));
						}
						else {
							posted.countDown();
						}
					}
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
			});
		}
		boolean all = posted.await(2, TimeUnit.MINUTES);
		threads.shutdownNow();
		assertThat(all).isTrue();
	}

	/** Writes down each turn that the database gives. */
	private record Turns(JdbcClient jdbc) implements AutoCloseable {

		private Turns {
			jdbc.sql("""
					create table turn (next_at timestamptz);
					create function note_turn() returns trigger language plpgsql as
					  'begin insert into turn values (new.next_at); return new; end';
					create trigger note_turn after insert or update of next_at on slack_pace
					  for each row execute function note_turn()
					""").update();
		}

		List<Instant> taken(Duration pace) {
			return this.jdbc.sql("select next_at from turn order by next_at")
				.query(OffsetDateTime.class)
				.list()
				.stream()
				.map((next) -> next.toInstant().minus(pace))
				.toList();
		}

		@Override
		public void close() {
			this.jdbc.sql("drop trigger note_turn on slack_pace; drop function note_turn(); drop table turn").update();
		}

	}

	private record Message(Person person, long due) implements Delayed {

		@Override
		public long getDelay(TimeUnit unit) {
			return unit.convert(this.due - System.nanoTime(), TimeUnit.NANOSECONDS);
		}

		@Override
		public int compareTo(Delayed other) {
			return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
		}

	}

	private static Work work(Person person) {
		return new Work(person, Attempt.FIRST, false, null, Map.of());
	}

	private static Person person(int i) {
		return new Person(UUID.randomUUID(), "p" + i, "p" + i + "@example.com", "P", Integer.toString(i), null, null,
				null);
	}

	private SharedPace pace(Duration pace) {
		return new SharedPace(this.jdbc, this.limit, pace);
	}

	/** The turn that somebody is to come back for, half a pace before. */
	private Instant comesBack(SharedPace pace) {
		Instant before = Instant.now();
		Outcome.Waiting waiting = (Outcome.Waiting) pace.inTurn(() -> DONE);
		assertThat(waiting.detail()).isEqualTo("waits its turn for Slack");
		Instant turn = this.jdbc.sql("select max(planned_at) from slack_pace")
			.query(OffsetDateTime.class)
			.single()
			.toInstant();
		assertThat(turn.minus(LONG.dividedBy(2))).isBetween(before.plus(waiting.after()).minusMillis(10),
				Instant.now().plus(waiting.after()));
		return turn;
	}

	private static Duration elapsed(Runnable action) {
		long before = System.nanoTime();
		action.run();
		return Duration.ofNanos(System.nanoTime() - before);
	}

}
