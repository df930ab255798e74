package dev.onboard.bench.figure;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecoveryTests {

	private static final List<Double> SECONDS = List.of(4.0, 4.1, 7.0, 9.0, 9.5, 10.0, 10.5);

	@Test
	void isFastAgainWhenManyInARowAre() {
		Recovery recovery = Recovery.of(SECONDS, 3, 2);
		assertThat(recovery.first()).hasValue(4);
		assertThat(recovery.steady()).hasValue(9);
	}

	@Test
	void takesNoSinglePairForAPace() {
		assertThat(Recovery.of(SECONDS, 1, 10).steady()).hasValue(4);
		assertThat(Recovery.of(SECONDS, 2, 10).steady()).isEmpty();
	}

	@Test
	void doesNotKnowWhatHasNotCome() {
		assertThat(Recovery.of(SECONDS.subList(0, 6), 3, 2).steady()).isEmpty();
		assertThat(Recovery.of(List.of(), 3, 2).first()).isEmpty();
	}

}
