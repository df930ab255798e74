package dev.onboard.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;

import dev.onboard.delivery.http.Patience;
import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.delivery.ledger.Work;
import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The welcome mail, sent and seen. */
class WelcomeTests {

	private static final Person ALICE = new Person(UUID.fromString("0b0c1d9e-4a55-4d6c-9a3e-1f2b3c4d5e6f"), "alice2",
			"alice2@example.com", "Alice", "Ivanova", null, null, "ru");

	private static final Outcome TROUBLE = new Outcome.Transient("the mail server answered 500");

	private static final Map<String, String> NEW = Map.of("mailbox", "alice2@example.com");

	private static final Map<String, String> ADOPTED = Map.of("mailbox", "alice2@example.com with-old-mail");

	private final MailServerTwin server = new MailServerTwin();

	private final WelcomeMail mail = new WelcomeMail(new MailTemplates(
			new MailSettings("", "a@example.com", "en", "", new MailSettings.James("http://localhost:8000", "", ""))),
			this.server, this.server);

	private final WelcomeSeen seen = new WelcomeSeen(this.server);

	@Test
	void isWrittenInTheLanguageOfThePersonToTheMailboxThatTheyHave() {
		assertThat(send(false, NEW)).isEqualTo(new Outcome.Done("accepted", "0"));
		assertThat(this.server.mails).singleElement().satisfies((mail) -> {
			assertThat(mail.id()).isEqualTo("welcome." + ALICE.id());
			assertThat(mail.address()).isEqualTo("alice2@example.com");
			assertThat(mail.name()).isEqualTo("Alice Ivanova");
			assertThat(mail.words().subject()).isEqualTo("Добро пожаловать, Alice!");
			assertThat(mail.words().text()).contains("Ivanova", "alice2@example.com", "логин: alice2.");
		});
	}

	@Test
	void remembersHowManyMailsWereThereBefore() {
		this.server.count = 7;
		assertThat(send(false, ADOPTED)).isEqualTo(new Outcome.Done("accepted", "7"));
	}

	@Test
	void isNotSentWhereTheMailsBeforeCannotBeCounted() {
		this.server.trouble = TROUBLE;
		assertThat(send(false, NEW)).isEqualTo(TROUBLE);
		assertThat(this.server.mails).isEmpty();
	}

	/** Another process may have the lease by then. */
	@Test
	void isNotSentOnceItsTimeIsOver() {
		Outcome late = this.mail.perform(new Work(ALICE, Attempt.FIRST, false, null, NEW), new Patience(Duration.ZERO));
		assertThat(late)
			.isEqualTo(new Outcome.Transient("the welcome mail was not sent: it took too long to get there"));
		assertThat(this.server.mails).isEmpty();
	}

	@Test
	void hasTheOutcomeThatTheServerGivesIt() {
		this.server.answer = new Outcome.Refused("the mail server answered 550 to the welcome mail");
		assertThat(send(false, NEW)).isEqualTo(this.server.answer);
	}

	/** Whose it is cannot be seen, so nobody is told that it is the welcome mail. */
	@Test
	void isNotSentAgainAfterALostAnswerWhenAMailIsInANewMailbox() {
		this.server.count = 1;
		Outcome found = send(true, NEW);
		assertThat(found).isEqualTo(new Outcome.Done(
				"a mail is in the mailbox, which was empty before, and is taken for the welcome mail", "0"));
		assertThat(this.server.mails).isEmpty();
		assertThat(see("0")).isEqualTo(new Outcome.Done("seen in the mailbox"));
	}

	@ParameterizedTest
	@CsvSource({ "true,0", "false,1" })
	void isSentAgainAfterALostAnswerWhereItIsNotOrNobodyCouldTell(boolean fresh, int count) {
		this.server.count = count;
		assertThat(send(true, fresh ? NEW : ADOPTED)).isEqualTo(new Outcome.Done("accepted", "" + count));
		assertThat(this.server.mails).hasSize(1);
	}

	/** It may have come through a group of theirs. */
	@Test
	void isSentAgainToSomebodyWithARoleWhateverIsInTheMailbox() {
		this.server.count = 1;
		Person developer = new Person(ALICE.id(), "alice2", "alice2@example.com", "Alice", "Ivanova", null, "developer",
				"ru");
		assertThat(this.mail.perform(new Work(developer, Attempt.FIRST, true, null, NEW)))
			.isEqualTo(new Outcome.Done("accepted", "1"));
		assertThat(this.server.mails).hasSize(1);
	}

	@Test
	void isSentThoughAMailOfSomebodyElseWasFirst() {
		this.server.count = 1;
		assertThat(send(false, NEW)).isEqualTo(new Outcome.Done("accepted", "1"));
		assertThat(this.server.mails).hasSize(1);
	}

	@Test
	void isSeenOnceThereIsOneMailMoreThanBefore() {
		this.server.count = 8;
		assertThat(see("7")).isEqualTo(new Outcome.Done("seen in the mailbox"));
	}

	@Test
	void isWaitedForAMoment() {
		this.server.arrivesAtCount = 3;
		assertThat(see("0")).isEqualTo(new Outcome.Done("seen in the mailbox"));
		assertThat(this.server.counted).isEqualTo(3);
	}

	@Test
	void isLookedForLaterIfItDoesNotArrive() {
		this.server.count = 7;
		Instant start = Instant.now();
		assertThat(see("7"))
			.isEqualTo(new Outcome.Later("the mail server accepted the welcome mail, but it has not arrived yet"));
		assertThat(Duration.between(start, Instant.now())).isBetween(Duration.ofMillis(1500), Duration.ofSeconds(4));
		assertThat(this.server.counted).isLessThan(10);
	}

	@Test
	void isNotWaitedForWhereMailsCannotBeCounted() {
		this.server.trouble = TROUBLE;
		assertThat(see("0")).isEqualTo(TROUBLE);
		assertThat(this.server.counted).isEqualTo(1);
	}

	private Outcome send(boolean uncertain, Map<String, String> evidence) {
		return this.mail.perform(new Work(ALICE, Attempt.FIRST, uncertain, null, evidence));
	}

	private Outcome see(String before) {
		return this.seen.perform(new Work(ALICE, Attempt.FIRST, false, null, Map.of("welcome-mail", before)));
	}

	/** A mail server that does as it is told. */
	private static final class MailServerTwin implements Inboxes, Mails {

		private final List<Mail> mails = new ArrayList<>();

		private Outcome answer = new Outcome.Done("accepted");

		private Outcome trouble = this.answer;

		private int count;

		private int counted;

		private int arrivesAtCount = Integer.MAX_VALUE;

		@Override
		public Outcome count(String address, IntFunction<Outcome> meaning) {
			assertThat(address).isEqualTo(ALICE.address());
			this.counted++;
			this.count += (this.counted == this.arrivesAtCount) ? 1 : 0;
			return (this.trouble == TROUBLE) ? TROUBLE : meaning.apply(this.count);
		}

		@Override
		public Outcome send(Mail mail) {
			this.mails.add(mail);
			return this.answer;
		}

	}

}
