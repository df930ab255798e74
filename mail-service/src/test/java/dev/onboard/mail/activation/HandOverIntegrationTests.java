package dev.onboard.mail.activation;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import dev.onboard.events.ActivationOrder;
import dev.onboard.events.ActivationReport;
import dev.onboard.events.ActivationReport.State;
import dev.onboard.events.Attempt;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepRetry;
import dev.onboard.events.TargetSystem;
import dev.onboard.events.UserCreate;
import dev.onboard.mail.InitialPasswords;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** From the mail with the link to the mailbox that its owner opens. */
class HandOverIntegrationTests extends HandOverTest {

	@Autowired
	InitialPasswords initialPasswords;

	@Test
	void theOwnerChoosesAPasswordWithTheMailedLinkAndReadsTheWelcomeMailWithIt() {
		String secret = createAndReadLink();
		String initial = this.initialPasswords.of(this.alice, 1);
		assertThat(Imap.opens(this.alice.address(), initial)).isTrue();
		assertThat(browser().get(secret).body()).contains(this.alice.address());
		assertThat(browser().choose(secret, PASSWORD).statusCode()).isEqualTo(200);
		assertThat(Imap.opens(this.alice.address(), PASSWORD)).isTrue();
		assertThat(Imap.opens(this.alice.address(), initial)).isFalse();
		Awaitility.await()
			.until(() -> Imap.subjects(this.alice.address(), PASSWORD), (subjects) -> !subjects.isEmpty());
		ActivationReport used = await(State.USED, 1);
		assertThat(used).isEqualTo(new ActivationReport(State.USED, this.alice, Attempt.FIRST,
				"the owner has chosen a password", used.at(), null));
	}

	@Test
	void thePasswordMayBeOfAnyScript() {
		String secret = createAndReadLink();
		String password = "синий кит под мостом \"\\{}& 🐋";
		assertThat(browser().choose(secret, password).statusCode()).isEqualTo(200);
		assertThat(Imap.opens(this.alice.address(), password)).isTrue();
	}

	@Test
	void theLinkIsMailedOnceAndSaid() {
		Instant start = Instant.now();
		createAndReadLink();
		this.task.say(new UserCreate(this.alice, Attempt.FIRST));
		Awaitility.await().until(() -> reports(StepReport.class).size() == 2);
		assertThat(linkMails()).hasSize(1);
		ActivationReport sent = await(State.SENT, 1);
		assertThat(sent).isEqualTo(new ActivationReport(State.SENT, this.alice, Attempt.FIRST,
				"activation link mailed to " + this.alice.contactEmail(), sent.at(), sent.expiresAt()));
		assertThat(sent.expiresAt()).isBetween(start.plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.SECONDS),
				Instant.now().plus(Duration.ofDays(7)));
		assertThat(reports(StepReport.class).get(0).detail())
			.endsWith("; the activation link goes to " + this.alice.contactEmail());
		assertThat(linkMails().get(0).get("messageId").asString())
			.isEqualTo("<activation.1." + this.alice.id() + "@example.com>");
	}

	@Test
	void withoutAContactAddressNothingIsMailedAndThePageSaysWhatToDo() {
		create(withoutContact());
		assertThat(reports(StepReport.class).get(0).detail())
			.endsWith("; no contact address: ask for an activation link");
		assertThat(linkMails()).isEmpty();
		assertThat(reports(ActivationReport.class)).isEmpty();
	}

	@Test
	void aContactAddressThatIsRefusedHoldsNothingBackAndAnotherOneGetsTheLink() {
		String gone = this.alice.login() + ".gone@example.com";
		create(this.alice.reachedAt(gone));
		assertThat(await(State.FAILED, 1).detail()).isEqualTo("the activation link cannot be mailed to " + gone
				+ ": the mail server answered 550 to the activation mail; change contactEmail, or ask for a link");
		order(ActivationOrder.Action.SEND, 2);
		await(State.SENT, 2);
		assertThat(browser().get(mailedSecrets(1).get(0)).statusCode()).isEqualTo(200);
	}

	@Test
	void whoAsksAgainHearsWhereTheFirstLinkWent() {
		create(this.alice);
		this.task
			.say(new StepRetry(TargetSystem.MAIL, this.alice.reachedAt("new@home.example"), new Attempt(2, 1), null));
		Awaitility.await().until(() -> reports(StepReport.class).size() == 2);
		assertThat(reports(StepReport.class)).extracting((report) -> report.person().contactEmail())
			.containsOnly(this.alice.contactEmail());
		assertThat(mailedSecrets(1)).hasSize(1);
	}

	@Test
	void aRepeatAfterACrashMailsTheSameLinkUnderTheSameMessageId() {
		createAndReadLink();
		forgetThatItWasDone();
		this.task.say(new UserCreate(this.alice, Attempt.FIRST));
		assertThat(mailedSecrets(2)).hasSize(1);
		assertThat(linkMails()).extracting((mail) -> mail.get("messageId").asString())
			.hasSize(2)
			.containsOnly("<activation.1." + this.alice.id() + "@example.com>");
	}

	@Test
	void aRepeatUnderAnotherKeyMailsNoSecondLink() {
		String secret = createAndReadLink();
		this.jdbc.sql("update activation set link_hash = :hash where person_id = :person")
			.param("hash", LinkSecrets.hash("of another key"))
			.param("person", this.alice.id())
			.update();
		forgetThatItWasDone();
		this.task.say(new UserCreate(this.alice, Attempt.FIRST));
		ActivationReport failed = await(State.FAILED, 1);
		assertThat(failed.detail())
			.isEqualTo("an activation link may have been mailed before MAIL_KEY changed; ask for a new one");
		assertThat(mailedSecrets(1)).containsExactly(secret);
		assertThat(linkMails()).hasSize(1);
		assertThat(browser().get("of%20another%20key").statusCode()).isEqualTo(200);
	}

	/** As a process that crashed between the mail and its record. */
	private void forgetThatItWasDone() {
		this.jdbc.sql("""
				update effect set state = 'STARTED', uncertain = true, lease = gen_random_uuid(), lease_until = now()
				 where person_id = :person and effect like 'activation-mail%'
				""").param("person", this.alice.id()).update();
	}

	@Test
	void onlyHashesAreStored() {
		String secret = createAndReadLink();
		List<String> hashes = this.jdbc.sql("select link_hash from activation where person_id = :person")
			.param("person", this.alice.id())
			.query(String.class)
			.list();
		assertThat(hashes).containsExactly(LinkSecrets.hash(secret));
	}

}
