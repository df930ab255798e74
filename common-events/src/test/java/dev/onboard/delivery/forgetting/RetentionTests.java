package dev.onboard.delivery.forgetting;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntSupplier;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

class RetentionTests {

	private static final Duration YEAR = Duration.ofDays(365);

	private final Queue<String> asked = new ConcurrentLinkedQueue<>();

	private final long threadsOfOthers = threads();

	private @Nullable Retention retention;

	@AfterEach
	void stop() {
		if (this.retention != null) {
			this.retention.stop();
		}
	}

	@Test
	void asksForMoreWhileThereIsAWholeBatch() {
		start(YEAR, Duration.ofHours(1), perishable("a", () -> 5, () -> 5, () -> 4), perishable("b", () -> 0));
		awaitAsked(4);
		assertThat(this.asked).containsExactlyInAnyOrder("a PT8760H 5", "a PT8760H 5", "a PT8760H 5", "b PT8760H 5");
	}

	@Test
	void troubleWithOneKindKeepsNoOther() {
		start(YEAR, Duration.ofHours(1), (age, limit) -> {
			throw new DataAccessResourceFailureException("away");
		}, perishable("b", () -> 0));
		awaitAsked(1);
	}

	@Test
	void looksAgainAfterAWhile() {
		start(YEAR, Duration.ofSeconds(1), perishable("a", () -> 0, () -> 0, () -> 0));
		awaitAsked(3);
	}

	@Test
	void goesOnByItselfAfterTroubleOfAnyKind() {
		start(YEAR, Duration.ofHours(1), perishable("a", () -> {
			throw new DataAccessResourceFailureException("away");
		}, () -> {
			throw new IllegalStateException("unexpected");
		}, () -> 1));
		awaitAsked(3);
		assertThat(this.retention).matches(Retention::isRunning);
	}

	@Test
	void forgetsNothingWhereEverythingIsKeptForEver() {
		for (Duration forever : new @Nullable Duration[] { null, Duration.ZERO }) {
			start(forever, Duration.ofSeconds(1), perishable("a", () -> 1));
			assertThat(threads()).isEqualTo(this.threadsOfOthers);
			stop();
		}
		assertThat(this.asked).isEmpty();
	}

	@Test
	void stopsBetweenTwoBatches() {
		start(YEAR, Duration.ofHours(1), (age, limit) -> {
			this.asked.add("a");
			return limit;
		});
		awaitAsked(2);
		stop();
		assertThat(threads()).isEqualTo(this.threadsOfOthers);
	}

	private void start(@Nullable Duration finished, Duration every, Perishable... perishables) {
		this.retention = new Retention(List.of(perishables), TransactionOperations.withoutTransaction(),
				new RetentionSettings(finished, every, 5));
		this.retention.start();
	}

	private Perishable perishable(String name, IntSupplier... answers) {
		Queue<IntSupplier> left = new ArrayDeque<>(List.of(answers));
		return (age, limit) -> {
			this.asked.add(name + " " + age + " " + limit);
			IntSupplier next = left.poll();
			return (next != null) ? next.getAsInt() : 0;
		};
	}

	private static long threads() {
		return Thread.getAllStackTraces().keySet().stream().filter((it) -> it.getName().equals("retention")).count();
	}

	private void awaitAsked(int times) {
		Awaitility.await().until(() -> this.asked.size() >= times);
	}

}
