package dev.onboard.delivery.ledger;

import java.time.Duration;
import java.util.List;

import dev.onboard.events.Attempt;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RetryScheduleTests {

	private static final Outcome.Transient FAILURE = new Outcome.Transient("down");

	private final RetrySchedule schedule = new RetrySchedule(List.of(Duration.ofSeconds(5), Duration.ofSeconds(30)), 4);

	@Test
	void growsAndThenStaysAtTheLastDelayUntilTheAttemptsAreUsedUp() {
		assertThat(this.schedule.delayAfter(new Attempt(1, 1), FAILURE)).contains(Duration.ofSeconds(5));
		assertThat(this.schedule.delayAfter(new Attempt(1, 2), FAILURE)).contains(Duration.ofSeconds(30));
		assertThat(this.schedule.delayAfter(new Attempt(1, 3), FAILURE)).contains(Duration.ofSeconds(30));
		assertThat(this.schedule.delayAfter(new Attempt(1, 4), FAILURE)).isEmpty();
	}

	@Test
	void givesWhoeverDidNotAnswerInTimeSomeMoreOfIt() {
		Outcome.Ambiguous late = Outcome.Ambiguous.late("no answer");
		assertThat(this.schedule.delayAfter(new Attempt(1, 1), late)).contains(Duration.ofSeconds(30));
		assertThat(this.schedule.delayAfter(new Attempt(1, 2), late)).contains(Duration.ofSeconds(30));
	}

	@Test
	void beginsAnewWithEachGeneration() {
		assertThat(this.schedule.delayAfter(new Attempt(7, 1), FAILURE)).contains(Duration.ofSeconds(5));
	}

	@Test
	void waitsExactlyAsLongAsTheTargetAsks() {
		Outcome.Transient limited = new Outcome.Transient("too many", Duration.ofSeconds(7));
		assertThat(this.schedule.delayAfter(new Attempt(1, 3), limited)).contains(Duration.ofSeconds(7));
		assertThat(this.schedule.delayAfter(new Attempt(1, 4), limited)).isEmpty();
	}

}
