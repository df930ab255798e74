package dev.onboard.delivery.outbox;

import java.util.UUID;

import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import dev.onboard.events.StepRetry;
import dev.onboard.events.TargetSystem;
import dev.onboard.events.UserCreate;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MessageIdsTests {

	private static final Person ALICE = new Person(UUID.randomUUID(), "alice", "alice@example.com", "Alice", "Ivanova",
			null, null, null);

	@Test
	void computesTheExampleOfTheStandard() {
		UUID dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
		assertThat(MessageIds.version5(dns, "www.example.com")).hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
	}

	@Test
	void saysTheSameForTheSameAndAnotherForAnother() {
		UUID first = MessageIds.of(new UserCreate(ALICE, Attempt.FIRST));
		assertThat(MessageIds.of(new UserCreate(ALICE, Attempt.FIRST))).isEqualTo(first);
		assertThat(MessageIds.of(new UserCreate(ALICE, new Attempt(1, 2)))).isNotEqualTo(first);
		assertThat(MessageIds.of(new UserCreate(ALICE, new Attempt(2, 1)))).isNotEqualTo(first);
		assertThat(MessageIds.of(new StepRetry(TargetSystem.MAIL, ALICE, Attempt.FIRST, null))).isNotEqualTo(first);
	}

}
