package dev.onboard.mail.james;

import java.util.UUID;

import dev.onboard.delivery.ledger.Outcome;
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
		assertThat(this.mailbox.perform(this.alice, Attempt.FIRST, false)).isEqualTo(created());
		assertThat(Sandbox.shared().mailboxes().valueStream().map((mailbox) -> mailbox.get("address").asString()))
			.containsOnlyOnce(this.alice.address());
	}

	@Test
	void aRepeatFindsThatItIsDone() {
		this.mailbox.perform(this.alice, Attempt.FIRST, false);
		assertThat(this.mailbox.perform(this.alice, Attempt.FIRST, true)).isEqualTo(ours());
	}

	@Test
	void recognisesTheMailboxOfALostAnswerOfTheGenerationBefore() {
		this.mailbox.perform(this.alice, Attempt.FIRST, false);
		assertThat(this.mailbox.perform(this.alice, new Attempt(2, 1), false)).isEqualTo(ours());
	}

	@Test
	void refusesTheMailboxOfSomebodyElse() {
		mailbox("another key of somebody else entirely").perform(this.alice, Attempt.FIRST, false);
		assertThat(this.mailbox.perform(this.alice, new Attempt(2, 1), false)).isEqualTo(new Outcome.Refused(
				"the mailbox " + this.alice.address() + " exists already and is not ours; somebody has to decide"));
	}

	@Test
	void refusesTheMailboxOfAnotherPersonOfOurs() {
		Person other = new Person(UUID.randomUUID(), this.alice.login(), this.alice.address(), "Alice", "Petrova",
				null);
		this.mailbox.perform(other, Attempt.FIRST, false);
		assertThat(this.mailbox.perform(this.alice, Attempt.FIRST, false)).isInstanceOf(Outcome.Refused.class);
	}

	@Test
	void namesADomainThatTheServerDoesNotKnow() {
		assertThat(this.mailbox.perform(person("unknown.example"), Attempt.FIRST, false))
			.isEqualTo(new Outcome.Retry("the mail server does not know the domain unknown.example; add it there"));
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
		return new Person(id, login, login + "@" + domain, "Alice", "Ivanova", null);
	}

	private static JamesMailbox mailbox(String key) {
		MailSettings settings = new MailSettings(key, "welcome@example.com",
				new MailSettings.James(Sandbox.shared().webAdminUrl(), "", ""));
		return new JamesMailbox(settings, new InitialPasswords(settings));
	}

}
