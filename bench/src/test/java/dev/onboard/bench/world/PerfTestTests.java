package dev.onboard.bench.world;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class PerfTestTests {

	/** As of PerfTest 2.22.1. */
	private static final String LINE = "id: test-024253-025, time %s s, sent: 2576 msg/s, returned: 0 msg/s, confirmed: %d msg/s,"
			+ " nacked: 0 msg/s, min/median/75th/95th/99th confirm latency: 256/357/398/487/553 µs";

	@Test
	void takesTheMeanOfTheSecondsAfterTheLead() {
		List<String> output = List.of(LINE.formatted("1.000", 9), LINE.formatted("5.001", 9),
				LINE.formatted("6.001", 100), LINE.formatted("7.001", 300),
				"id: test-024253-025, sending rate avg: 2123 msg/s");
		assertThat(PerfTest.confirms(output, 5)).isEqualTo(200);
	}

	@Test
	void doesNotTakeSilenceForZero() {
		assertThatIllegalStateException().isThrownBy(() -> PerfTest.confirms(List.of("test stopped"), 5));
	}

}
