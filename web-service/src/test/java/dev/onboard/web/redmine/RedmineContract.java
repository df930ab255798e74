package dev.onboard.web.redmine;

import java.util.Map;
import java.util.UUID;

import dev.onboard.delivery.http.Patience;
import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.delivery.ledger.Work;
import dev.onboard.events.Attempt;
import dev.onboard.events.Decision;
import dev.onboard.events.Instruction;
import dev.onboard.events.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** A Redmine, whichever, and somebody who is to be added to it. */
@ExtendWith(OutputCaptureExtension.class)
abstract class RedmineContract {

	/** In every login, group and project of one test, so that all can share a Redmine. */
	final String mark = "x" + UUID.randomUUID().toString().substring(0, 8);

	final Person alice = person(this.mark + ".alice", "Алиса", "李");

	final Administrator administrator = administrator();

	abstract Administrator administrator();

	@AfterEach
	void nobodysKeyIsLogged(CapturedOutput output) {
		assertThat(output).doesNotContain(this.administrator.key()).doesNotContain("api_key");
	}

	Redmine redmine() {
		return new Redmine(Redmine.client(this.administrator.url(), this.administrator.key()), new Patience());
	}

	/** Done, without a key in it. */
	static Outcome.Done done(Outcome outcome) {
		assertThat(outcome).isInstanceOf(Outcome.Done.class);
		assertThat(outcome.toString()).doesNotContainPattern("[0-9a-f]{32}");
		return (Outcome.Done) outcome;
	}

	static Work work(Person person, boolean uncertain, @Nullable Decision decision) {
		return new Work(person, Attempt.FIRST, uncertain,
				(decision != null) ? new Instruction(decision, "it is hers") : null, Map.of());
	}

	static Person person(String login, String firstName, String lastName) {
		return new Person(UUID.randomUUID(), login, login + "@example.com", firstName, lastName, null, null, "ru");
	}

}
