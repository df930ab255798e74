package dev.onboard.mail.activation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.onboard.events.ActivationOrder;
import dev.onboard.events.ActivationReport;
import dev.onboard.events.Attempt;
import dev.onboard.events.PersonEvent;
import dev.onboard.events.StepReport;
import dev.onboard.events.UserCreate;
import dev.onboard.events.UserErase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** What is left of a person in this service, and at the mail server. */
@ExtendWith(OutputCaptureExtension.class)
class ErasingIntegrationTests extends HandOverTest {

	@Test
	void nothingOfAPersonIsLeftButWhatKeepsARepeatFromDoingAnything(CapturedOutput log) {
		String link = createAndReadLink();
		assertThat(browser().get(link).statusCode()).isEqualTo(200);
		assertThat(traces()).as("before").isNotEmpty();
		erase();
		assertThat(traces()).isEmpty();
		assertThat(browser().get(link).statusCode()).as("the link").isEqualTo(404);
		assertThat(this.jdbc.sql("select effect || ' ' || state from effect where person_id = :person order by 1")
			.param("person", this.alice.id())
			.query(String.class)
			.list()).containsExactly("activation-mail ADDED", "activation-mail-1 ADDED", "activation-mail-1-said ADDED",
					"mailbox ADDED", "mailbox-extras ADDED", "welcome-mail ADDED", "welcome-seen ADDED");

		reports(PersonEvent.class);
		this.heard.clear();
		this.task.say(new UserCreate(this.alice, Attempt.FIRST));
		this.task.say(new ActivationOrder(ActivationOrder.Action.ISSUE, this.alice, new Attempt(2, 1),
				LinkSecrets.hash("secret"), Instant.now().plusSeconds(600)));
		order(ActivationOrder.Action.SEND, 3);
		for (String type : List.of("user.create", "user.activation.issue", "user.activation.send")) {
			awaitLog(log, "Dropping " + type);
		}
		assertThat(traces()).isEmpty();
		assertThat(linkMails()).hasSize(1);
		assertThat(browser().get("secret").statusCode()).isEqualTo(404);
		assertThat(List.of(reports(StepReport.class), reports(ActivationReport.class))).as("what is said of them")
			.allMatch(List::isEmpty);
	}

	@Test
	void theMailboxStays() {
		String secret = createAndIssue();
		assertThat(browser().choose(secret, PASSWORD).statusCode()).isEqualTo(200);
		await(ActivationReport.State.USED, 2);
		erase();
		assertThat(Imap.opens(this.alice.address(), PASSWORD)).isTrue();
	}

	private void erase() {
		this.task.say(new UserErase(this.alice.id(), Attempt.FIRST));
		Awaitility.await()
			.until(() -> this.jdbc.sql("select count(*) from erased where person_id = :person")
				.param("person", this.alice.id())
				.query(Integer.class)
				.single() == 1);
	}

	private static void awaitLog(CapturedOutput log, String text) {
		Awaitility.await(text).atMost(Duration.ofSeconds(20)).until(() -> log.getAll().contains(text));
	}

	/** Rows with a word of the person, wherever. */
	private List<String> traces() {
		return this.jdbc.sql("select table_name from information_schema.tables where table_schema = current_schema()")
			.query(String.class)
			.list()
			.stream()
			.flatMap((table) -> this.jdbc.sql("select '" + table + " ' || r::text from " + table + " r")
				.query(String.class)
				.list()
				.stream())
			.filter((row) -> row.contains(this.alice.login()))
			.toList();
	}

}
