package dev.onboard.mail.activation;

import java.util.UUID;

import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import dev.onboard.mail.InitialPasswords;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LinkSecretsTests {

	private static final UUID ALICE = UUID.fromString("0b0c1d9e-4a55-4d6c-9a3e-1f2b3c4d5e6f");

	private static final UUID BOB = UUID.fromString("1b0c1d9e-4a55-4d6c-9a3e-1f2b3c4d5e6f");

	private static final String KEY = "0123456789-0123456789-0123456789";

	private final LinkSecrets secrets = new LinkSecrets(Settings.MAIL);

	@Test
	void areTheSameForTheSameIssue() {
		assertThat(this.secrets.of(ALICE, 1)).isEqualTo(new LinkSecrets(Settings.MAIL).of(ALICE, 1))
			.isEqualTo("QXwmOgi0Fzs74QFJMiQugG1TreRic1h9QcLh8P4KPb4")
			.matches("[A-Za-z0-9_-]{43}");
	}

	@Test
	void differByPersonIssueAndKey() {
		assertThat(new String[] { this.secrets.of(ALICE, 1), this.secrets.of(ALICE, 2), this.secrets.of(BOB, 1),
				new LinkSecrets(Settings.mail(KEY + "x", "en")).of(ALICE, 1) })
			.doesNotHaveDuplicates();
	}

	@Test
	void areNoPasswords() {
		Person alice = new Person(ALICE, "alice", "alice@example.com", "Alice", "Ivanova", null, null, null);
		assertThat(new InitialPasswords(Settings.MAIL).of(alice, Attempt.FIRST.generation()))
			.isNotEqualTo(this.secrets.of(ALICE, 1));
	}

	/** The task-service hashes its own secrets alike. */
	@Test
	void areHashedAsTheyStandInTheLink() {
		assertThat(LinkSecrets.hash("abc"))
			.isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	}

}
