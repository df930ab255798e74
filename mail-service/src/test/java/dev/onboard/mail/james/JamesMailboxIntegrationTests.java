package dev.onboard.mail.james;

import java.util.Map;
import java.util.UUID;

import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.delivery.ledger.Work;
import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import dev.onboard.mail.InitialPasswords;
import dev.onboard.mail.MailSettings;
import dev.onboard.testing.Sandbox;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Mailboxes on a real James. */
class JamesMailboxIntegrationTests {

	private static final String KEY = "0123456789-0123456789-0123456789";

	private final JamesMailbox mailbox = mailbox(KEY);

	private final Person alice = person("example.com");

	@Test
	void createsAMailbox() {
		assertThat(this.mailbox.perform(new Work(this.alice, Attempt.FIRST, false, null, Map.of())))
			.isEqualTo(created());
		assertThat(Sandbox.shared().mailboxes().valueStream().map((mailbox) -> mailbox.get("address").asString()))
			.containsOnlyOnce(this.alice.address());
	}

	@Test
	void aRepeatFindsThatItIsDone() {
		this.mailbox.perform(new Work(this.alice, Attempt.FIRST, false, null, Map.of()));
		assertThat(this.mailbox.perform(new Work(this.alice, Attempt.FIRST, true, null, Map.of()))).isEqualTo(ours());
	}

	@Test
	void recognisesTheMailboxOfALostAnswerOfTheGenerationBefore() {
		this.mailbox.perform(new Work(this.alice, Attempt.FIRST, false, null, Map.of()));
		assertThat(this.mailbox.perform(new Work(this.alice, new Attempt(2, 1), false, null, Map.of())))
			.isEqualTo(ours());
	}

	@Test
	void refusesTheMailboxOfSomebodyElse() {
		mailbox("another key of somebody else entirely")
			.perform(new Work(this.alice, Attempt.FIRST, false, null, Map.of()));
		assertThat(this.mailbox.perform(new Work(this.alice, new Attempt(2, 1), false, null, Map.of())))
			.isEqualTo(new Outcome.Refused(
					"the mailbox " + this.alice.address() + " exists already and is not ours; somebody has to decide"));
	}

	@Test
	void refusesTheMailboxOfAnotherPersonOfOurs() {
		Person other = new Person(UUID.randomUUID(), this.alice.login(), this.alice.address(), "Alice", "Petrova", null,
				null, null);
		this.mailbox.perform(new Work(other, Attempt.FIRST, false, null, Map.of()));
		assertThat(this.mailbox.perform(new Work(this.alice, Attempt.FIRST, false, null, Map.of())))
			.isInstanceOf(Outcome.Refused.class);
	}

	@Test
	void namesADomainThatTheServerDoesNotKnow() {
		assertThat(this.mailbox.perform(new Work(person("unknown.example"), Attempt.FIRST, false, null, Map.of())))
			.isEqualTo(new Outcome.Transient("the mail server does not know the domain unknown.example; add it there"));
	}

	private Outcome created() {
		return new Outcome.Done("mailbox " + this.alice.address() + " created");
	}

	private Outcome ours() {
		return new Outcome.Done("mailbox " + this.alice.address() + " created by an earlier try");
	}

	private static Person person(String domain) {
		UUID id = UUID.randomUUID();
		String login = "alice." + id;
		return new Person(id, login, login + "@" + domain, "Alice", "Ivanova", null, null, null);
	}

	private static JamesMailbox mailbox(String key) {
		MailSettings settings = new MailSettings(key, "welcome@example.com", "en", "",
				new MailSettings.James(Sandbox.shared().webAdminUrl(), "", ""));
		return new JamesMailbox(new JamesConfiguration().james(settings), new InitialPasswords(settings));
	}

}
