package dev.onboard.faults.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.onboard.faults.world.Page;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StallTests {

	private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

	@Test
	void isTheLongestTimeBetweenTheEndsOfSteps() {
		assertThat(Stall.of(List.of(page(0, 2, 3), page(1, 9, 10)))).isEqualTo(Duration.ofSeconds(6));
	}

	@Test
	void doesNotCountTimeWithoutAnybody() {
		assertThat(Stall.of(List.of(page(0, 2, 3), page(60, 61, 63)))).isEqualTo(Duration.ofSeconds(2));
	}

	@Test
	void isNothingWithoutPeople() {
		assertThat(Stall.of(List.of())).isEqualTo(Duration.ZERO);
	}

	private static Page page(int created, int mail, int slack) {
		return new Page(UUID.randomUUID(), "ann", "READY",
				List.of(new Page.Step("mail", "DONE", 1, "", START.plusSeconds(mail)),
						new Page.Step("slack", "DONE", 1, "", START.plusSeconds(slack))),
				START.plusSeconds(created));
	}

}
