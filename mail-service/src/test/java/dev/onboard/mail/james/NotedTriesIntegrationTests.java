package dev.onboard.mail.james;

import java.time.Duration;
import java.util.List;

import dev.onboard.delivery.forgetting.Erasing;
import dev.onboard.events.Person;
import dev.onboard.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Tries in the real database, and when they are forgotten. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = "MAIL_KEY=" + RealJames.KEY)
class NotedTriesIntegrationTests {

	private final Person alice = RealJames.person();

	private final Person bob = RealJames.person();

	@Autowired
	NotedTries tries;

	@Autowired
	Erasing erasing;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionTemplate transaction;

	@DynamicPropertySource
	static void infrastructure(DynamicPropertyRegistry properties) {
		Infrastructure.register(properties);
	}

	@BeforeEach
	void startWithNothingTried() {
		this.jdbc.sql("delete from mailbox_try").update();
	}

	@Test
	void areOfOnePersonAndOfAnotherAddressThanTheOneToBeTriedNow() {
		this.tries.note(this.alice, "first@example.com");
		this.tries.note(this.alice, "second@example.com");
		this.tries.note(this.alice, "second@example.com");
		this.tries.note(this.alice, "refused@example.com");
		this.tries.note(this.alice, this.alice.address());
		this.tries.note(this.bob, "third@example.com");
		this.tries.refused(this.alice, "refused@example.com");
		assertThat(this.tries.others(this.alice)).containsExactly("first@example.com", "second@example.com");
	}

	@Test
	void goWithThePerson() {
		this.tries.note(this.alice, this.alice.address());
		this.tries.note(this.alice, "first@example.com");
		this.tries.note(this.bob, this.bob.address());
		this.transaction.executeWithoutResult((tx) -> this.erasing.forget(this.alice.id(), ""));
		assertThat(addresses()).containsExactly(this.bob.address());
	}

	@ParameterizedTest
	@CsvSource({ "ADDED, 366, 1", "ADDED, 364, 0", "SKIPPED, 366, 1", "RETRYING, 366, 0", "FAILED, 366, 0",
			"WAITING, 366, 1" })
	void goByAgeWhenNothingOfThePersonIsOpen(String state, int days, int forgotten) {
		this.tries.note(this.alice, this.alice.address());
		this.jdbc.sql("update mailbox_try set tried_at = now() - :days * interval '1 day'")
			.param("days", days)
			.update();
		this.jdbc.sql("""
				insert into effect (person_id, effect, generation, attempt, state)
				values (:person, 'mailbox', 1, 1, :state)
				""").param("person", this.alice.id()).param("state", state).update();
		Integer found = this.transaction.execute((tx) -> this.tries.forget(Duration.ofDays(365), 10));
		assertThat(found).isEqualTo(forgotten);
		assertThat(addresses()).hasSize(1 - forgotten);
	}

	private List<String> addresses() {
		return this.jdbc.sql("select address from mailbox_try").query(String.class).list();
	}

}
