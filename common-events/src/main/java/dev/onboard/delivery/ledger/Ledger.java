package dev.onboard.delivery.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.OffsetDateTime;
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

	private static final String CLAIM = """
			insert into effect as e (person_id, effect, generation, attempt, state, lease, lease_until)
			values (:person, :effect, :generation, :attempt, 'STARTED', :lease, now() + :millis * interval '1 ms')
			on conflict (person_id, effect) do update
			   set generation = excluded.generation, attempt = excluded.attempt, state = 'STARTED',
			       uncertain = e.uncertain or e.state = 'STARTED', detail = '',
			       lease = excluded.lease, lease_until = excluded.lease_until, due_at = null, updated_at = now()
			 where e.state <> 'ADDED'
			   and (e.state <> 'STARTED' or e.lease_until <= now())
			   and (excluded.generation > e.generation
			        or excluded.generation = e.generation
			           and (e.state in ('STARTED', 'WAITING') and excluded.attempt >= e.attempt
			                or e.state = 'RETRYING' and excluded.attempt > e.attempt))
			returning uncertain
			""";

	private static final String WHY_NOT = """
			select state, detail, evidence, choices, greatest(lease_until, now()) as until,
			       generation > :generation or generation = :generation and attempt > :attempt as ahead,
			       generation = :generation as same_generation, attempt = :attempt as same_attempt
			  from effect where person_id = :person and effect = :effect
			""";

	private static final String END = """
			update effect
			   set state = :state, detail = :detail, evidence = :evidence, choices = :choices::jsonb,
			       uncertain = uncertain or :unanswered, lease = null, lease_until = null,
			       due_at = now() + :delay * interval '1 ms', updated_at = now()
			 where person_id = :person and effect = :effect and state <> 'ADDED' and (lease = :lease or :state = 'ADDED')
			""";

	private static final String SUPERSEDE = """
			insert into effect as e (person_id, effect, generation, attempt, state)
			values (:person, :effect, :generation, :attempt, 'WAITING')
			on conflict (person_id, effect) do update
			   set generation = excluded.generation, attempt = excluded.attempt, state = 'WAITING', detail = '',
			       choices = '[]', due_at = null, updated_at = now()
			 where e.state not in ('STARTED', 'ADDED') and e.generation < excluded.generation
			""";

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

	/** One atomic statement decides; commits at once, before the effect. */
	Claim claim(UUID person, String effect, Attempt attempt) {
		UUID lease = UUID.randomUUID();
		Optional<Boolean> uncertain = this.jdbc.sql(CLAIM)
			.param("person", person)
			.param("effect", effect)
			.param("generation", attempt.generation())
			.param("attempt", attempt.number())
			.param("lease", lease)
			.param("millis", this.lease.toMillis())
			.query(Boolean.class)
			.optional();
		if (uncertain.isPresent()) {
			return new Claim.Granted(lease, uncertain.get());
		}
		return this.jdbc.sql(WHY_NOT)
			.param("person", person)
			.param("effect", effect)
			.param("generation", attempt.generation())
			.param("attempt", attempt.number())
			.query(Ledger::refusal)
			.single();
	}

	/** Refuses older generations from now on, unless it is in hand or done. */
	void supersede(UUID person, String effect, Attempt attempt) {
		this.jdbc.sql(SUPERSEDE)
			.param("person", person)
			.param("effect", effect)
			.param("generation", attempt.generation())
			.param("attempt", attempt.number())
			.update();
	}

	/**
	 * Records how an effect ended.
	 * @return false if the lease was lost meanwhile and another holder will say what
	 * becomes of it; an effect that was done is recorded as done all the same
	 */
	boolean end(UUID person, String effect, Ending ending) {
		return this.jdbc.sql(END)
			.param("person", person)
			.param("effect", effect)
			.param("lease", ending.lease())
			.param("state", ending.state())
			.param("detail", ending.detail())
			.param("evidence", ending.evidence())
			.param("choices", JSON.writeValueAsString(ending.choices()))
			.param("unanswered", ending.outcome() instanceof Outcome.Ambiguous)
			.param("delay", (ending.delay() != null) ? ending.delay().toMillis() : null, Types.BIGINT)
			.update() == 1;
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
		return new Claim.Busy(row.getObject("until", OffsetDateTime.class).toInstant());
	}

}
