package dev.onboard.bench.measure;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GoalTests {

	@Test
	void isToldAsItIs() {
		assertThat(Goal.atMost(0.45)).hasToString("≤ 0.45");
		assertThat(Goal.atLeast(0.6)).hasToString("≥ 0.6");
	}

	@Test
	void mayBeNone() {
		assertThat(Goal.none()).hasToString("none");
		assertThat(Goal.none().holds(0.01)).isTrue();
	}

	@Test
	void holdsAtItsLimit() {
		assertThat(Goal.atMost(1.05).holds(1.05)).isTrue();
		assertThat(Goal.atMost(1.05).holds(1.06)).isFalse();
		assertThat(Goal.atLeast(0.5).holds(0.5)).isTrue();
		assertThat(Goal.atLeast(0.5).holds(0.49)).isFalse();
	}

}
