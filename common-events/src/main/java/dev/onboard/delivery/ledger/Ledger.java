package dev.onboard.delivery.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.onboard.events.Attempt;
import dev.onboard.events.Choice;
import dev.onboard.events.StepResult;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One row per person and effect: whether it was done, and who has it in hand. A row is
 * {@code STARTED} under a lease, {@code WAITING} for the same attempt or {@code RETRYING}
 * for the next, or has ended as {@code ADDED} (final), {@code SKIPPED} or {@code FAILED}
 * (until a newer generation). Time is the database's.
 */
class Ledger {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final TypeReference<List<Choice>> CHOICES = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final Duration lease;

	Ledger(JdbcClient jdbc, Duration lease) {
		this.jdbc = jdbc;
		this.lease = lease;
	}

	Duration lease() {
		return this.lease;
	}

	/** Commits at once, before the effect. */
	Claim claim(UUID person, String effect, Attempt attempt) {
		UUID lease = UUID.randomUUID();
		Optional<Boolean> uncertain = on(LedgerSql.CLAIM, person, attempt).param("effect", effect)
			.param("lease", lease)
			.param("millis", this.lease.toMillis())
			.query(Boolean.class)
			.optional();
		return claim(uncertain, lease, person, effect, attempt);
	}

	/**
	 * Records how an effect ended, as {@link #end}, and claims the next one for the same
	 * attempt; commits both at once. If nobody heard of the commit, a repeat gets the
	 * claim that was granted then.
	 * @param nextLease new for each end, the same for its repeats
	 * @return empty if the end was not recorded
	 */
	Optional<Claim> passOn(UUID person, String effect, Ending ending, String next, UUID nextLease, Attempt attempt) {
		return ending(on(LedgerSql.PASS_ON, person, attempt), effect, ending).param("next", next)
			.param("nextLease", nextLease)
			.param("millis", this.lease.toMillis())
			.query((row, number) -> Optional.ofNullable(row.getObject(1, Boolean.class)))
			.optional()
			.map((uncertain) -> claim(uncertain, nextLease, person, next, attempt));
	}

	private Claim claim(Optional<Boolean> uncertain, UUID lease, UUID person, String effect, Attempt attempt) {
		return uncertain.<Claim>map((it) -> new Claim.Granted(lease, it))
			.orElseGet(() -> on(LedgerSql.WHY_NOT, person, attempt).param("effect", effect)
				.query(Ledger::refusal)
				.single());
	}

	private JdbcClient.StatementSpec on(String sql, UUID person, Attempt attempt) {
		return this.jdbc.sql(sql)
			.param("person", person)
			.param("generation", attempt.generation())
			.param("attempt", attempt.number());
	}

	/** Refuses older generations from now on, unless it is in hand or done. */
	void supersede(UUID person, String effect, Attempt attempt) {
		on(LedgerSql.SUPERSEDE, person, attempt).param("effect", effect).update();
	}

	/**
	 * Records how an effect ended.
	 * @return false if the lease was lost meanwhile and another holder will say what
	 * becomes of it; an effect that was done is recorded as done all the same
	 */
	boolean end(UUID person, String effect, Ending ending) {
		return ending(this.jdbc.sql(LedgerSql.END).param("person", person), effect, ending).update() == 1;
	}

	private static JdbcClient.StatementSpec ending(JdbcClient.StatementSpec statement, String effect, Ending ending) {
		return statement.param("effect", effect)
			.param("lease", ending.lease())
			.param("state", ending.state())
			.param("detail", ending.detail())
			.param("evidence", ending.evidence(), Types.VARCHAR)
			.param("choices", JSON.writeValueAsString(ending.choices()))
			.param("unanswered", ending.outcome() instanceof Outcome.Ambiguous)
			.param("delay", (ending.delay() != null) ? ending.delay().toMillis() : null, Types.BIGINT);
	}

	/**
	 * Reads the row that refused a claim. It may have moved on since; a claim that would
	 * succeed now is told to come back at once, never dropped.
	 */
	private static Claim refusal(ResultSet row, int number) throws SQLException {
		String state = row.getString("state");
		boolean sameGeneration = row.getBoolean("same_generation");
		boolean ended = state.equals("ADDED")
				|| (sameGeneration && (state.equals("SKIPPED") || state.equals("FAILED")));
		if (ended) {
			return new Claim.Concluded(StepResult.valueOf(state), row.getString("detail"), row.getString("evidence"),
					JSON.readValue(row.getString("choices"), CHOICES));
		}
		boolean scheduled = state.equals("RETRYING") && sameGeneration && row.getBoolean("same_attempt");
		if (row.getBoolean("ahead") || scheduled) {
			return new Claim.Superseded();
		}
		return new Claim.Busy(Duration.ofMillis(row.getLong("rest")));
	}

}
