package dev.onboard.mail;

import java.util.UUID;

import dev.onboard.events.Person;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InitialPasswordsTests {

	private static final Person ALICE = new Person(UUID.fromString("0b0c1d9e-4a55-4d6c-9a3e-1f2b3c4d5e6f"), "alice",
			"alice@example.com", "Alice", "Ivanova", null, null, null);

	private final InitialPasswords passwords = passwords("a key of the mail-service, 32 and more");

	@Test
	void areTheSameEachTimeForOnePersonAndGeneration() {
		assertThat(this.passwords.of(ALICE, 1)).isEqualTo(this.passwords.of(ALICE, 1)).matches("[A-Za-z0-9_-]{43}");
	}

	@Test
	void differByPersonGenerationAndKey() {
		Person other = new Person(UUID.randomUUID(), "alice", "alice@example.com", "Alice", "Ivanova", null, null,
				null);
		assertThat(new String[] { this.passwords.of(ALICE, 1), this.passwords.of(ALICE, 2), this.passwords.of(other, 1),
				passwords("another key of the mail-service, 32 too").of(ALICE, 1) })
			.doesNotHaveDuplicates();
	}

	private static InitialPasswords passwords(String key) {
		return new InitialPasswords(new MailSettings(key, "welcome@example.com", "en", "",
				new MailSettings.James("http://localhost:8000", "", "")));
	}

}
