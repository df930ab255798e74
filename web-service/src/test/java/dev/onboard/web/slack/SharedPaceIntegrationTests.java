package dev.onboard.web.slack;

import java.time.Duration;
import java.util.ArrayList;
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

	private static final Duration PACE = Duration.ofMillis(700);

	/** What the way to Slack may take away from a gap on a busy machine. */
	private static final Duration BUSY = PACE.dividedBy(3);

	private static final int PEOPLE = 30;

	private static final Outcome DONE = new Outcome.Done("done");

	private final JdbcClient jdbc = WebDatabase.client();

	private final long start = System.nanoTime();

	private final String limit = "https://hooks.slack.com/services/" + UUID.randomUUID();

	@Test
	void theFirstCallIsMadeAtOnce() {
		assertThat(elapsed(() -> assertThat(pace().inTurn(() -> DONE)).isSameAs(DONE))).isLessThan(PACE);
	}

	@Test
	void theNextOneWaitsInHandForItsTurn() {
		pace().inTurn(() -> DONE);
		assertThat(elapsed(() -> assertThat(pace().inTurn(() -> DONE)).isSameAs(DONE))).isBetween(PACE.minus(BUSY),
				PACE.plus(BUSY));
	}

	@Test
	void othersAreToldToComeBackOneAfterAnother() {
		SharedPace pace = new SharedPace(this.jdbc, this.limit, Duration.ofSeconds(10));
		pace.inTurn(() -> DONE);
		// Has the turn in 10 s, but does not stay.
		Thread.currentThread().interrupt();
		Duration first = comesBack(pace);
		assertThat(Thread.interrupted()).isTrue();
		assertThat(first).isBetween(Duration.ofSeconds(13), Duration.ofSeconds(16));
		for (int i = 1; i < 5; i++) {
			assertThat(comesBack(pace).minus(first)).isCloseTo(Duration.ofSeconds(10L * i), Duration.ofSeconds(2));
		}
	}

	@Test
	void whoeverComesLateTakesTheTurnThatIsFreeThenAndNothingIsCaughtUp() {
		pace().inTurn(() -> DONE);
		this.jdbc.sql("update slack_pace set next_at = now() - interval '1 h', planned_at = now() - interval '1 h'")
			.update();
		assertThat(elapsed(() -> pace().inTurn(() -> DONE))).isLessThan(PACE.minus(BUSY));
		assertThat(elapsed(() -> pace().inTurn(() -> DONE))).isGreaterThan(PACE.minus(BUSY));
	}

	@Test
	void limitsAreKeptApartAndDoNotShowInTheDatabase() {
		pace().inTurn(() -> DONE);
		SharedPace other = new SharedPace(this.jdbc, this.limit + "x", PACE);
		assertThat(elapsed(() -> other.inTurn(() -> DONE))).isLessThan(PACE.minus(BUSY));
		assertThat(this.jdbc.sql("select key from slack_pace").query(String.class).list())
			.allMatch((key) -> key.matches("[0-9a-f]{32}"));
	}

	/** Two effects on one database, each with eight messages in hand. */
	@Test
	void replicasKeepThePaceTogetherAndUseItUp() throws Exception {
		List<Long> posts = new CopyOnWriteArrayList<>();
		Reply reply = (socket, target) -> {
			posts.add(System.nanoTime());
			StubTarget.answer(200, "ok").to(socket, target);
		};
		AtomicInteger deliveries = new AtomicInteger();
		try (StubTarget slack = StubTarget
			.answering(IntStream.range(0, PEOPLE + 2).mapToObj((i) -> reply).toArray(Reply[]::new))) {
			List<Effect> replicas = List.of(new WebhookPost(slack.url(), pace()), new WebhookPost(slack.url(), pace()));
			warmUp(replicas);
			deliver(replicas, deliveries);
			assertThat(slack.requests()).hasSize(PEOPLE + 2);
		}
		posts.subList(0, 2).clear();
		List<Duration> gaps = new ArrayList<>();
		for (int i = 1; i < posts.size(); i++) {
			gaps.add(Duration.ofNanos(posts.get(i) - posts.get(i - 1)));
		}
		Duration whole = Duration.ofNanos(posts.get(PEOPLE - 1) - posts.get(0));
		assertThat(gaps).allMatch((gap) -> gap.compareTo(PACE.minus(BUSY)) > 0);
		assertThat(whole).isLessThan(PACE.multipliedBy(PEOPLE - 1).multipliedBy(10).dividedBy(9));
		assertThat(deliveries.get()).as("about two for each").isLessThan(PEOPLE * 5 / 2);
	}

	/** The first call of a client takes long to leave. */
	private static void warmUp(List<Effect> replicas) {
		replicas.forEach((replica) -> replica.perform(work(person(0))));
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

	private SharedPace pace() {
		return new SharedPace(this.jdbc, this.limit, PACE);
	}

	/** When, counted from the start of this test. */
	private Duration comesBack(SharedPace pace) {
		Outcome.Waiting waiting = (Outcome.Waiting) pace.inTurn(() -> DONE);
		assertThat(waiting.detail()).isEqualTo("waits its turn for Slack");
		return waiting.after().plusNanos(System.nanoTime() - this.start);
	}

	private static Duration elapsed(Runnable action) {
		long before = System.nanoTime();
		action.run();
		return Duration.ofNanos(System.nanoTime() - before);
	}

}
