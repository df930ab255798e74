package dev.onboard.bench.figure;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NewcomersTests {

	@Test
	void whoCanBeReachedHasABodyAsLongAsTheMessagesOfThePerfTest() {
		Newcomers newcomers = new Newcomers(true);
		for (int number = 0; number < 1100; number++) {
			byte[] body = newcomers.body(newcomers.next());
			assertThat(body).hasSize(Newcomers.BYTES);
			assertThat(new String(body, StandardCharsets.US_ASCII)).contains("contactEmail").doesNotContain("..", "--");
		}
	}

	@Test
	void nobodyComesTwice() {
		Set<String> logins = new HashSet<>();
		Newcomers first = new Newcomers(false);
		Newcomers second = new Newcomers(false);
		for (int number = 0; number < 100; number++) {
			assertThat(logins.add(first.next())).isTrue();
			assertThat(logins.add(second.next())).isTrue();
		}
		assertThat(first.next()).startsWith(first.beginning());
		assertThat(new String(first.body("alice"), StandardCharsets.US_ASCII)).doesNotContain("contactEmail");
	}

}
