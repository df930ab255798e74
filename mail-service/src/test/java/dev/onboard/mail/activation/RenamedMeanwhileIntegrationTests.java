package dev.onboard.mail.activation;

import java.time.Duration;
import java.util.List;

import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.StepRetry;
import dev.onboard.events.TargetSystem;
import dev.onboard.events.UserCreate;
import dev.onboard.testing.Sandbox;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody gets another login while nobody knows that their mailbox exists. */
class RenamedMeanwhileIntegrationTests extends HandOverTest {

	@Test
	void keepsTheMailboxThatWasMadeBeforeTheAnswerWasLost() {
		Person alice = withoutContact();
		Person alicia = new Person(alice.id(), alice.login() + "b", alice.login() + "b@example.com", alice.firstName(),
				alice.lastName(), null, null, "en");
		WEBADMIN.close();
		try (LosingAnswers losing = new LosingAnswers(webAdminPort())) {
			WEBADMIN.open(losing.port());
			this.task.say(new UserCreate(alice, Attempt.FIRST));
			await(StepResult.FAILED);
			WEBADMIN.close();
		}
		assertThat(mailboxes(alice)).as("made, and nobody was told").containsExactly(alice.address());

		WEBADMIN.open(webAdminPort());
		Attempt byHand = new Attempt(2, 1);
		this.task.say(new StepRetry(TargetSystem.MAIL, alicia, byHand, null));
		StepReport added = await(StepResult.ADDED);
		assertThat(mailboxes(alice)).containsExactly(alice.address());
		assertThat(added.person()).isEqualTo(alicia.at(alice.address()));
		assertThat(added.attempt()).isEqualTo(byHand);
		assertThat(added.detail()).startsWith("mailbox " + alice.address() + " created by an earlier try");
	}

	private StepReport await(StepResult result) {
		return Awaitility.await(result.toString())
			.atMost(Duration.ofSeconds(30))
			.until(() -> reports(StepReport.class).stream().filter((report) -> report.result() == result).findFirst(),
					java.util.Optional::isPresent)
			.orElseThrow();
	}

	/** Those under any login that begins like this one. */
	private static List<String> mailboxes(Person person) {
		return Sandbox.shared()
			.mailboxes()
			.valueStream()
			.map((mailbox) -> mailbox.get("address").asString())
			.filter((address) -> address.startsWith(person.login()))
			.toList();
	}

}
