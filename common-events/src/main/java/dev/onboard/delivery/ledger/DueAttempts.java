package dev.onboard.delivery.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.onboard.events.Attempt;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which attempt at a step is to be made, when somebody asks who does not know how far it
 * has come.
 */
class DueAttempts {

	/** Time is the database's. */
	private static final String ROWS = """
			select effect, state, generation, attempt, coalesce(greatest(due_at, lease_until) <= now(), true) as due
			  from effect where person_id = :person and effect in (:effects)
			""";

	private final JdbcClient jdbc;

	DueAttempts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The attempt with which the step would go on now; empty while it is in hand, waits
	 * for its time, or was asked for anew since.
	 * @param effects of the step, in order
	 * @param asked its generation is meant
	 */
	Optional<Attempt> of(UUID person, List<String> effects, Attempt asked) {
		Map<String, Row> rows = this.jdbc.sql(ROWS)
			.param("person", person)
			.param("effects", effects)
			.query(DueAttempts::row)
			.list()
			.stream()
			.collect(Collectors.toMap(Row::effect, Function.identity()));
		int last = rows.values()
			.stream()
			.filter((row) -> row.generation() == asked.generation())
			.mapToInt(Row::attempt)
			.max()
			.orElse(asked.number());
		Attempt current = new Attempt(asked.generation(), Math.max(last, asked.number()));
		for (String effect : effects) {
			Row row = rows.get(effect);
			if (row == null || !row.state().equals("ADDED")) {
				return (row != null) ? row.after(current) : Optional.of(current);
			}
		}
		return Optional.of(current);
	}

	private static Row row(ResultSet row, int number) throws SQLException {
		return new Row(row.getString("effect"), row.getString("state"), row.getInt("generation"), row.getInt("attempt"),
				row.getBoolean("due"));
	}

	/**
	 * @param due whether it is neither in hand nor waits for its time
	 */
	private record Row(String effect, String state, int generation, int attempt, boolean due) {

		Optional<Attempt> after(Attempt current) {
			if (this.generation < current.generation()) {
				return Optional.of(current);
			}
			if (this.generation > current.generation() || !this.due) {
				return Optional.empty();
			}
			return Optional.of(this.state.equals("RETRYING") ? current.next() : current);
		}

	}

}
