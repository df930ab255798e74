package dev.onboard.mail.activation;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import com.rabbitmq.client.GetResponse;
import dev.onboard.events.ActivationOrder;
import dev.onboard.events.ActivationOrder.Action;
import dev.onboard.events.ActivationReport;
import dev.onboard.events.ActivationReport.State;
import dev.onboard.events.Attempt;
import dev.onboard.events.StepReport;
import dev.onboard.mail.smtp.ScriptedSmtp;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What is ordered of links, also twice or in the wrong order. */
@ExtendWith(OutputCaptureExtension.class)
class LinkOrdersIntegrationTests extends HandOverTest {

	@Test
	void aLinkThatAnOperatorWasGivenWorksAndVoidsTheMailedOne() {
		String mailed = createAndReadLink();
		Instant expiresAt = Instant.now().plusSeconds(600).truncatedTo(ChronoUnit.SECONDS);
		String given = issue(2, expiresAt);
		ActivationReport issued = await(State.ISSUED, 2);
		assertThat(issued).isEqualTo(new ActivationReport(State.ISSUED, this.alice, new Attempt(2, 1),
				"activation link given to an operator", issued.at(), expiresAt));
		assertThat(browser().get(mailed).statusCode()).isEqualTo(404);
		assertThat(browser().choose(given, PASSWORD).statusCode()).isEqualTo(200);
		await(State.USED, 2);
	}

	@Test
	void aMailThatIsAskedForBringsANewLinkAndVoidsTheOldOne() {
		String first = createAndReadLink();
		order(Action.SEND, 2);
		ActivationReport sent = await(State.SENT, 2);
		assertThat(sent.detail()).isEqualTo("activation link mailed to " + this.alice.contactEmail());
		String second = mailedSecrets(2).get(1);
		assertThat(second).isNotEqualTo(first);
		assertThat(browser().get(first).statusCode()).isEqualTo(404);
		assertThat(browser().get(second).statusCode()).isEqualTo(200);
	}

	@Test
	void aMailThatIsAskedForIsTriedAgainAndReportsNoStep() {
		create(withoutContact());
		SMTP.close();
		order(Action.SEND, 2);
		Awaitility.await()
			.until(() -> this.jdbc
				.sql("select attempt from effect where person_id = :person and effect = 'activation-mail-2'")
				.param("person", this.alice.id())
				.query(Integer.class)
				.optional()
				.orElse(0) >= 2);
		SMTP.open(dev.onboard.testing.Sandbox.shared().smtpPort());
		await(State.SENT, 2);
		assertThat(mailedSecrets(1)).hasSize(1);
		assertThat(linkMails()).hasSize(1);
		assertThat(reports(StepReport.class)).hasSize(1);
	}

	@Test
	void aMailThatWasSentIsNotSentAgainBecauseOurDatabaseFailsWhenItIsSaid(CapturedOutput output) {
		create(withoutContact());
		this.jdbc.sql("alter table outbox rename to outbox_away").update();
		try {
			order(Action.SEND, 2);
			Awaitility.await().until(() -> output.getOut().contains("Listeners pause, our database fails"));
		}
		finally {
			this.jdbc.sql("alter table outbox_away rename to outbox").update();
		}
		assertThat(linkMails()).hasSize(1);
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
			// Whoever failed had it in hand.
			this.jdbc.sql("update effect set lease_until = now() where person_id = :person and state = 'STARTED'")
				.param("person", this.alice.id())
				.update();
			return !reports(ActivationReport.class).isEmpty();
		});
		assertThat(linkMails()).hasSize(1);
	}

	@Test
	void aMailThatCannotBeSentAtLastIsReported() {
		create(withoutContact());
		SMTP.close();
		order(Action.SEND, 2);
		String trouble = "the activation link cannot be mailed to " + this.alice.contactEmail()
				+ ": the mail server cannot be reached by SMTP, or broke off, or did not answer in time; ";
		List<ActivationReport> said = Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> reports(ActivationReport.class), (reports) -> reports.size() == 2);
		assertThat(said).extracting(ActivationReport::state, ActivationReport::detail)
			.containsExactly(tuple(State.FAILED, trouble + "it is tried again by itself"),
					tuple(State.FAILED, trouble + "change contactEmail, or ask for a link"));
	}

	@Test
	void aMailThatIsTakenAndNeverAnsweredComesThreeTimesAtMost() throws Exception {
		create(withoutContact());
		String doubt = "the activation link cannot be mailed to " + this.alice.contactEmail()
				+ ": the mail server did not say whether it accepted the activation mail";
		try (ScriptedSmtp server = ScriptedSmtp.replying(".", ScriptedSmtp.CLOSE)) {
			SMTP.close();
			SMTP.open(server.port());
			order(Action.SEND, 2);
			List<ActivationReport> said = Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.until(() -> reports(ActivationReport.class), (reports) -> reports.size() == 2);
			assertThat(said).extracting(ActivationReport::state, ActivationReport::detail)
				.containsExactly(tuple(State.FAILED, doubt + "; it is tried again by itself"), tuple(State.FAILED, doubt
						+ " each time, so it may have come more than once; change contactEmail, or ask for a link"));
			assertThat(server.heard()).filteredOn("DATA"::equals).hasSize(3);
		}
	}

	@Test
	void aContactAddressThatIsRefusedIsReportedAndSaysNothingOfTheMailServer() throws Exception {
		create(withoutContact());
		try (ScriptedSmtp server = ScriptedSmtp.replying("RCPT", "550 5.1.1 no such user")) {
			SMTP.close();
			SMTP.open(server.port());
			order(Action.SEND, 2);
			assertThat(await(State.FAILED, 2).detail()).startsWith("the activation link cannot be mailed to "
					+ this.alice.contactEmail() + ": the mail server answered 550 to the activation mail");
		}
		Awaitility.await()
			.until(() -> this.jdbc
				.sql("select state from effect where person_id = :person and effect = 'activation-mail-2'")
				.param("person", this.alice.id())
				.query(String.class)
				.single()
				.equals("FAILED"));
		assertThat(this.jdbc.sql("select cardinality(troubled) from target where system = 'MAIL'")
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void aMailToNobodyIsReported() {
		create(withoutContact());
		this.task.say(new ActivationOrder(Action.SEND, withoutContact(), new Attempt(2, 1), null, null));
		assertThat(await(State.FAILED, 2).detail())
			.isEqualTo("there is no contact address to mail the activation link to");
	}

	@Test
	void nobodyGetsALinkToAMailboxThatWasNotCreatedForThem() {
		order(Action.SEND, 2);
		assertThat(await(State.FAILED, 2).detail()).isEqualTo("there is no mailbox yet that a link could open");
		assertThat(linkMails()).isEmpty();
	}

	@Test
	void afterARevocationNoLinkWorks() {
		String mailed = createAndReadLink();
		order(Action.REVOKE, 2);
		ActivationReport revoked = await(State.REVOKED, 2);
		assertThat(revoked).isEqualTo(new ActivationReport(State.REVOKED, this.alice, new Attempt(2, 1),
				"no activation link works any more", revoked.at(), null));
		assertThat(browser().get(mailed).statusCode()).isEqualTo(404);
		assertThat(browser().choose(mailed, PASSWORD).statusCode()).isEqualTo(404);
	}

	@Test
	void aRevocationSaysThatALinkWasJustBeingUsed() {
		createAndReadLink();
		this.jdbc.sql("""
				update activation set claim = gen_random_uuid(), claimed_until = now() + interval '1 minute'
				 where person_id = :person
				""").param("person", this.alice.id()).update();
		order(Action.REVOKE, 2);
		assertThat(await(State.REVOKED, 2).detail())
			.isEqualTo("no activation link works any more, but one was just being used");
	}

	@Test
	void repeatsChangeNothing() {
		create(withoutContact());
		Instant expiresAt = Instant.now().plusSeconds(600).truncatedTo(ChronoUnit.SECONDS);
		for (int i = 0; i < 3; i++) {
			this.task.say(
					new ActivationOrder(Action.ISSUE, this.alice, new Attempt(2, 1), LinkSecrets.hash("s"), expiresAt));
		}
		for (int i = 0; i < 3; i++) {
			order(Action.SEND, 3);
		}
		for (int i = 0; i < 3; i++) {
			order(Action.REVOKE, 4);
		}
		Awaitility.await()
			.until(() -> reports(ActivationReport.class).stream()
				.filter((report) -> report.state() == State.REVOKED)
				.count() == 3);
		assertThat(linkMails().size()).isLessThanOrEqualTo(1);
		assertThat(List.of(state(2), state(4))).containsExactly("REVOKED", "REVOKED");
		assertThat(state(3)).isIn("REVOKED", "none");
	}

	@Test
	void whatIsOlderThanTheNewestKnownIsDropped(CapturedOutput output) {
		create(withoutContact());
		String newest = issue(5, Instant.now().plusSeconds(600));
		this.task.say(new ActivationOrder(Action.ISSUE, this.alice, new Attempt(3, 1), LinkSecrets.hash("older"),
				Instant.now().plusSeconds(600)));
		order(Action.SEND, 4);
		order(Action.REVOKE, 2);
		Awaitility.await()
			.until(() -> output.getOut().contains("Dropping an order for activation link 3")
					&& output.getOut().contains("Dropping an order for activation link 2")
					&& this.jdbc
						.sql("select count(*) from effect where person_id = :person and effect = :effect"
								+ " and state = 'ADDED'")
						.param("person", this.alice.id())
						.param("effect", "activation-mail-4")
						.query(Integer.class)
						.single() == 1);
		assertThat(reports(ActivationReport.class)).extracting((report) -> report.attempt().generation())
			.containsExactly(5);
		assertThat(linkMails()).isEmpty();
		assertThat(browser().get("older").statusCode()).isEqualTo(404);
		assertThat(browser().get(newest).statusCode()).isEqualTo(200);
	}

	@Test
	void aLinkThatWasRevokedBeforeItWasHeardOfNeverWorks(CapturedOutput output) {
		create(withoutContact());
		order(Action.REVOKE, 2);
		await(State.REVOKED, 2);
		this.task.say(new ActivationOrder(Action.ISSUE, this.alice, new Attempt(2, 1), LinkSecrets.hash("late"),
				Instant.now().plusSeconds(600)));
		Awaitility.await().until(() -> output.getOut().contains("Dropping an order for activation link 2"));
		assertThat(browser().get("late").statusCode()).isEqualTo(404);
	}

	@Test
	void anIssueCannotBeGivenAnotherSecret(CapturedOutput output) {
		String given = createAndIssue();
		this.task.say(new ActivationOrder(Action.ISSUE, this.alice, new Attempt(2, 1), LinkSecrets.hash("other"),
				Instant.now().plusSeconds(600)));
		Awaitility.await().until(() -> output.getOut().contains("Dropping an order for activation link 2"));
		assertThat(browser().get("other").statusCode()).isEqualTo(404);
		assertThat(browser().get(given).statusCode()).isEqualTo(200);
	}

	@Test
	void aHashThatIsNoneIsParked() {
		this.task.drain("task.parked");
		this.task.say(new ActivationOrder(Action.ISSUE, this.alice, new Attempt(2, 1), "A".repeat(64),
				Instant.now().plusSeconds(600)));
		GetResponse parked = this.task.take("task.parked");
		assertThat(parked.getProps().getHeaders().get("x-parked-reason"))
			.hasToString("linkHash is no SHA-256 in lower-case hex");
	}

	@Test
	void manyOrdersAtOnceLeaveOneLink() {
		create(withoutContact());
		for (int issue = 2; issue <= 30; issue++) {
			this.task.say(new ActivationOrder(Action.ISSUE, this.alice, new Attempt(issue, 1),
					LinkSecrets.hash(this.alice.id() + "-" + issue), Instant.now().plusSeconds(600)));
		}
		await(State.ISSUED, 30);
		Awaitility.await()
			.until(() -> this.jdbc.sql("select issue from activation where person_id = :p and state = 'ISSUED'")
				.param("p", this.alice.id())
				.query(Integer.class)
				.list(), List.of(30)::equals);
	}

}
