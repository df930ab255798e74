package dev.onboard.web;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

import dev.onboard.delivery.forgetting.PersonalData;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.TargetSystem;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of each person's steps, as far as this service has heard. */
@Component
public class Progress implements PersonalData {

	/** ADDED is final, as it is in the ledger; else the newest attempt counts. */
	private static final String NOTE = """
			insert into progress as p (person_id, system, result, generation, attempt)
			values (:person, :system, :result, :generation, :attempt)
			on conflict (person_id, system) do update
			   set result = excluded.result, generation = excluded.generation, attempt = excluded.attempt,
			       changes = p.changes + (p.result <> excluded.result)::int
			 where p.result <> 'ADDED'
			   and (excluded.result = 'ADDED' or (excluded.generation, excluded.attempt) > (p.generation, p.attempt))
			""";

	private final JdbcClient jdbc;

	public Progress(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What is known of a person.
	 *
	 * @param version grows with each change of {@code results}; 0 where there are none
	 * @param results of the steps that have ended
	 */
	public record State(int version, Map<TargetSystem, StepResult> results) {

		public State {
			results = Map.copyOf(results);
		}

	}

	/** Takes over what a step ended with; a repeat or an older report changes nothing. */
	public void note(StepReport report) {
		this.jdbc.sql(NOTE)
			.param("person", report.person().id())
			.param("system", report.system().name())
			.param("result", report.result().name())
			.param("generation", report.attempt().generation())
			.param("attempt", report.attempt().number())
			.update();
	}

	@Override
	public void forget(UUID person) {
		this.jdbc.sql("delete from progress where person_id = :person").param("person", person).update();
	}

	public State of(UUID person) {
		Map<TargetSystem, StepResult> results = new EnumMap<>(TargetSystem.class);
		int version = this.jdbc.sql("select system, result, changes from progress where person_id = :person")
			.param("person", person)
			.query((row, number) -> {
				results.put(TargetSystem.valueOf(row.getString("system")), StepResult.valueOf(row.getString("result")));
				return row.getInt("changes");
			})
			.list()
			.stream()
			.mapToInt(Integer::intValue)
			.sum();
		return new State(version, results);
	}

}
