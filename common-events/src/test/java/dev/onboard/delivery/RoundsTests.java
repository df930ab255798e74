package dev.onboard.delivery;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.util.backoff.FixedBackOff;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class RoundsTests {

	private static final Duration LONG = Duration.ofMinutes(1);

	private final AtomicInteger begun = new AtomicInteger();

	private Rounds rounds = rounds((stop) -> stop.await(LONG));

	@AfterEach
	void stop() {
		this.rounds.stop(LONG);
	}

	@Test
	void goOnWhateverFails() {
		List<Throwable> failures = List.of(new IOException("gone"), new DataAccessResourceFailureException("away"),
				new ArithmeticException("known"), new IllegalStateException("unexpected"),
				new NoClassDefFoundError("unexpected"));
		start((stop) -> fail(failures, stop));
		Awaitility.await().until(() -> this.begun.get() > failures.size());
		assertThat(this.rounds.isRunning()).isTrue();
	}

	@Test
	void sayOnceThatTheyWaitUntilTheySucceed(CapturedOutput output) {
		List<Exception> failures = List.of(new IOException("away"), new ArithmeticException("away"),
				new IOException("far away"), new IOException(null, new IllegalStateException("away")));
		start((stop) -> {
			if (this.begun.get() == 5) {
				return;
			}
			if (this.begun.get() == 6) {
				throw new IOException("away");
			}
			fail(failures, stop);
		});
		Awaitility.await().until(() -> this.begun.get() > 6);
		assertThat(output.getOut().lines().filter((line) -> line.contains("Counting waits")))
			.extracting((line) -> line.replaceFirst(".*Counting waits: ", ""))
			.containsExactly("away", "far away", "away", "away");
	}

	@Test
	void showWhereSomethingUnexpectedFailedEachTime(CapturedOutput output) {
		List<Exception> failures = List.of(new IllegalStateException("one"), new IllegalStateException("two"));
		start((stop) -> fail(failures, stop));
		Awaitility.await().until(() -> this.begun.get() > failures.size());
		assertThat(output.getOut()).contains("IllegalStateException: one", "IllegalStateException: two",
				"at " + RoundsTests.class.getName());
	}

	@Test
	void letTheOneUnderWayEndAndBeginNoOther() throws Exception {
		CountDownLatch goOn = new CountDownLatch(1);
		AtomicInteger ended = new AtomicInteger();
		start((stop) -> {
			if (goOn.await(1, TimeUnit.MINUTES)) {
				ended.incrementAndGet();
			}
		});
		Awaitility.await().until(() -> this.begun.get() == 1);
		this.rounds.ask();
		goOn.countDown();
		this.rounds.stop(LONG);
		assertThat(ended).hasValue(1);
		assertThat(this.begun).hasValue(1);
		assertThat(this.rounds.isRunning()).isFalse();
	}

	@Test
	void endWithOneMoreWhateverFailedBefore() {
		AtomicInteger last = new AtomicInteger();
		this.rounds = new Rounds("rounds-test", "Counting", new FixedBackOff(LONG.toMillis(), 1), Set.of(), (stop) -> {
			this.begun.incrementAndGet();
			throw new IOException("away");
		}).endingWith((stop) -> last.incrementAndGet());
		this.rounds.start();
		Awaitility.await().until(() -> this.begun.get() == 1);
		this.rounds.stop(LONG);
		assertThat(last).hasValue(1);
		assertThat(this.begun).hasValue(1);
	}

	@Test
	void areNotWaitedForLongerThanWanted(CapturedOutput output) {
		CountDownLatch goOn = new CountDownLatch(1);
		start((stop) -> assertThat(goOn.await(1, TimeUnit.MINUTES)).isTrue());
		Awaitility.await().until(() -> this.begun.get() == 1);
		this.rounds.stop(Duration.ofMillis(10));
		goOn.countDown();
		assertThat(output).contains("rounds-test has not ended after PT0.01S");
	}

	@Test
	void beginAnewAfterAStop() {
		start((stop) -> stop.await(LONG));
		Awaitility.await().until(() -> this.begun.get() == 1);
		this.rounds.stop(LONG);
		this.rounds.start();
		Awaitility.await().until(() -> this.begun.get() == 2);
		assertThat(this.rounds.isRunning()).isTrue();
	}

	private void start(Rounds.Round round) {
		this.rounds = rounds(round);
		this.rounds.start();
	}

	private Rounds rounds(Rounds.Round round) {
		return new Rounds("rounds-test", "Counting", new FixedBackOff(1, FixedBackOff.UNLIMITED_ATTEMPTS),
				Set.of(ArithmeticException.class), (stop) -> {
					this.begun.incrementAndGet();
					round.go(stop);
				});
	}

	/** With one after the other; then waits. */
	private void fail(List<? extends Throwable> failures, Rounds.Stop stop) throws IOException, InterruptedException {
		int number = this.begun.get() - 1;
		if (number >= failures.size()) {
			stop.await(LONG);
		}
		else if (failures.get(number) instanceof IOException checked) {
			throw checked;
		}
		else if (failures.get(number) instanceof Error error) {
			throw error;
		}
		else {
			throw (RuntimeException) failures.get(number);
		}
	}

}
