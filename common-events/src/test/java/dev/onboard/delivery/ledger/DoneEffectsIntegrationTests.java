package dev.onboard.delivery.ledger;

import java.util.UUID;

import dev.onboard.delivery.DeliveryTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@DeliveryTest
class DoneEffectsIntegrationTests {

	private final UUID person = UUID.randomUUID();

	@Autowired
	JdbcClient jdbc;

	@Autowired
	DoneEffects done;

	@Test
	void sayWhatTheyLeftBehind() {
		record("ADDED", "alice@example.com");
		assertThat(this.done.evidence(this.person, "mailbox")).contains("alice@example.com");
		assertThat(this.done.evidence(this.person, "welcome-mail")).isEmpty();
		assertThat(this.done.evidence(UUID.randomUUID(), "mailbox")).isEmpty();
	}

	@Test
	void mayHaveLeftNothingBehind() {
		record("ADDED", null);
		assertThat(this.done.evidence(this.person, "mailbox")).contains("");
	}

	@ParameterizedTest
	@ValueSource(strings = { "WAITING", "RETRYING", "FAILED", "SKIPPED" })
	void areOnlyThoseThatWereDone(String state) {
		record(state, "alice@example.com");
		assertThat(this.done.evidence(this.person, "mailbox")).isEmpty();
	}

	private void record(String state, @Nullable String evidence) {
		this.jdbc.sql("""
				insert into effect (person_id, effect, generation, attempt, state, evidence)
				values (:person, 'mailbox', 1, 1, :state, :evidence)
				""").param("person", this.person).param("state", state).param("evidence", evidence).update();
	}

}
