package dev.onboard.faults.verdict;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsTests {

	private static final UUID ANN = UUID.fromString("5b3d9a52-3f3e-4b0e-9d6b-1f0a5a9f2a10");

	private final Secrets secrets = new Secrets(List.of("xoxb-token", "password-of-all"), "key of the mail-service");

	@Test
	void findsNothingWhereNothingIs() {
		this.secrets.read("the log a.log", "Added " + ANN + " to mail, generation 1");
		assertThat(this.secrets.found(List.of(ANN))).isEmpty();
	}

	@Test
	void findsAKnownSecretInTheMiddleOfALine() {
		this.secrets.read("the log a.log", "one\nAuthorization: Bearer xoxb-token, failed");
		assertThat(this.secrets.found(List.of())).containsExactly("a secret is in the log a.log: xoxb…");
	}

	@Test
	void findsTheInitialPasswordOfAPerson() {
		this.secrets.read("a message", "{\"password\":\"" + this.secrets.initialPassword(ANN) + "\"}");
		assertThat(this.secrets.found(List.of(ANN)))
			.containsExactly("the initial password of " + ANN + " is in a message");
		assertThat(this.secrets.found(List.of(UUID.randomUUID()))).isEmpty();
	}

	@Test
	void aWordThatOnlyBeginsOrEndsSoIsAnother() {
		String password = this.secrets.initialPassword(ANN);
		this.secrets.read("a message", password + "x _" + password);
		assertThat(this.secrets.found(List.of(ANN))).isEmpty();
	}

}
