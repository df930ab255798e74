package dev.onboard.mail.activation;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VisitorsTests {

	@Test
	void areToldHowLongToWaitWhenTheyComeTooOften() {
		Visitors visitors = visitors(2, 1, 100, 100);
		assertThat(visitors.admit("192.0.2.1", false)).isEmpty();
		assertThat(visitors.admit("192.0.2.1", false)).isEmpty();
		assertThat(visitors.admit("192.0.2.1", false))
			.hasValueSatisfying((wait) -> assertThat(wait).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30)));
		assertThat(visitors.admit("192.0.2.1", true)).isEmpty();
		assertThat(visitors.admit("192.0.2.1", true)).isPresent();
		assertThat(visitors.admit("192.0.2.2", true)).isEmpty();
	}

	@Test
	void areLimitedAltogetherToo() {
		Visitors visitors = visitors(10, 10, 2, 1);
		assertThat(visitors.admit("192.0.2.1", false)).isEmpty();
		assertThat(visitors.admit("192.0.2.2", false)).isEmpty();
		assertThat(visitors.admit("192.0.2.3", false)).isPresent();
		assertThat(visitors.admit("192.0.2.1", true)).isEmpty();
		assertThat(visitors.admit("192.0.2.2", true)).isPresent();
	}

	@Test
	void whoIsRefusedTakesNothingFromOthers() {
		Visitors visitors = visitors(1, 1, 2, 2);
		for (int i = 0; i < 10; i++) {
			visitors.admit("192.0.2.1", false);
		}
		assertThat(visitors.admit("192.0.2.2", false)).isEmpty();
	}

	private static Visitors visitors(int gets, int posts, int allGets, int allPosts) {
		return new Visitors(Settings.with(new ActivationSettings.PerMinute(gets, posts, allGets, allPosts)));
	}

}
