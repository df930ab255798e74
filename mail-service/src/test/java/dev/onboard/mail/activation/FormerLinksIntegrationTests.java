package dev.onboard.mail.activation;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What is forgotten of links by their age. */
class FormerLinksIntegrationTests extends HandOverTest {

	private static final Duration YEAR = Duration.ofDays(365);

	private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

	private final UUID id = this.alice.id();

	@Autowired
	FormerLinks former;

	@Autowired
	Links links;

	@Autowired
	TransactionTemplate transaction;

	@BeforeEach
	void startWithNothingOld() {
		this.jdbc.sql("delete from activation").update();
	}

	@ParameterizedTest
	@CsvSource({ "ISSUED, REVOKED", "USED, USED", "REVOKED, REVOKED" })
	void forgetWhoseALinkWasThatIsLongOver(String state, String after) {
		record(1, state, 400, 366);
		assertThat(forget(10)).isEqualTo(1);
		assertThat(state(1)).isEqualTo(after);
		assertThat(words(1)).isNull();
		assertThat(forget(10)).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ISSUED", "USED", "REVOKED" })
	void keepALinkThatIsNotSoOld(String state) {
		record(1, state, 400, 364);
		assertThat(forget(10)).isZero();
		assertThat(words(1)).isNotNull();
	}

	@Test
	void keepALinkThatStillWorks() {
		record(1, "ISSUED", 400, -1);
		assertThat(forget(10)).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "WAITING", "RETRYING", "FAILED" })
	void keepLinksOfWhoStillWaitsForSomething(String state) {
		record(1, "USED", 400, 366);
		this.jdbc.sql("""
				insert into effect (person_id, effect, generation, attempt, state, due_at)
				values (:person, 'welcome-mail', 1, 1, :state, now())
				""").param("person", this.id).param("state", state).update();
		assertThat(forget(10)).isZero();
	}

	/** Not even with the number of a link that somebody had in their hands once. */
	@Test
	void aLateOrderOpensNoLinkThatWasForgotten() {
		record(2, "ISSUED", 400, 366);
		forget(10);
		for (int issue = 1; issue <= 2; issue++) {
			assertThat(this.links.open(new Link(this.alice, issue), LinkSecrets.hash("late"), this.now.plusSeconds(600),
					issue == 1))
				.isEqualTo(Links.Opening.OVER);
		}
		assertThat(words(2)).isNull();
		assertThat(browser().get("late").statusCode()).isEqualTo(404);
	}

	@Test
	void goInBatches() {
		for (int issue = 1; issue <= 3; issue++) {
			record(issue, "USED", 400, 366);
		}
		assertThat(new int[] { forget(2), forget(2) }).containsExactly(2, 1);
	}

	/**
	 * @param expired days ago
	 */
	private void record(int issue, String state, int created, int expired) {
		this.jdbc.sql("""
				insert into activation (person_id, issue, person, link_hash, state, expires_at, created_at, used_at)
				values (:person, :issue, :json::jsonb, :hash, :state, now() - :expired * interval '1 day',
				        now() - :created * interval '1 day', :used)
				""")
			.param("person", this.id)
			.param("issue", issue)
			.param("json", "{\"login\":\"" + this.alice.login() + "\"}")
			.param("hash", LinkSecrets.hash("secret-" + this.id + issue))
			.param("state", state)
			.param("expired", expired)
			.param("created", created)
			.param("used",
					state.equals("USED")
							? OffsetDateTime.ofInstant(this.now.minus(Duration.ofDays(created)), ZoneOffset.UTC) : null)
			.update();
	}

	private @Nullable String words(int issue) {
		return this.jdbc.sql(
				"select coalesce(person::text, link_hash) from activation where person_id = :person and issue = :issue")
			.param("person", this.id)
			.param("issue", issue)
			.query((row, number) -> Optional.ofNullable(row.getString(1)))
			.single()
			.orElse(null);
	}

	private int forget(int limit) {
		return Objects.requireNonNull(this.transaction.execute((tx) -> this.former.forget(YEAR, limit)));
	}

}
