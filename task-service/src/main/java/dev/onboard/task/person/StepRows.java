package dev.onboard.task.person;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.onboard.events.Attempt;
import dev.onboard.events.Instruction;
import dev.onboard.events.TargetSystem;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code step}. Whoever changes it has the person locked, see
 * {@link PersonRows#lock}. What is reported is written by {@link ReportRows}.
 */
@Component
public class StepRows {

	private static final String ADD = "insert into step (person_id, system) values %s returning *"
		.formatted(Stream.of(TargetSystem.values())
			.map((system) -> "(:person, '" + system.name() + "')")
			.collect(Collectors.joining(", ")));

	/** Those that only have to be tried again, and whose turn it is. */
	private static final String FAILED = """
			 from step
			 where state = 'FAILED' and choices = '[]'
			   and (system = 'MAIL' or exists (select from step as mail
			        where mail.person_id = step.person_id and mail.system = 'MAIL' and mail.state in ('DONE', 'SKIPPED')))
			""";

	private static final String RAISE = """
			update step
			   set state = 'PENDING', generation = :generation, attempts = 0, detail = :detail, next_attempt_at = null,
			       updated_at = now(), choices = '[]', decision = :decision, reason = :reason,
			       heard_at = now(), said_again = 0, said_again_at = null
			 where person_id = :person and system = :system
			""";

	private final JdbcClient jdbc;

	StepRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Every step of a new person, pending. */
	public Progress add(UUID person) {
		return new Progress(this.jdbc.sql(ADD).param("person", person).query(StepRow::read).list());
	}

	public Progress of(UUID person) {
		return new Progress(of(List.of(person)));
	}

	public List<StepRow> of(Collection<UUID> people) {
		return this.jdbc.sql("select * from step where person_id in (:ids)")
			.param("ids", people)
			.query(StepRow::read)
			.list();
	}

	/** Whose step of this system has failed and only has to be tried again. */
	public List<UUID> failed(TargetSystem system, int limit) {
		return this.jdbc.sql("select person_id" + FAILED + "and system = :system limit :limit")
			.param("system", system.name())
			.param("limit", limit)
			.query((row, number) -> row.getObject("person_id", UUID.class))
			.list();
	}

	/** How many of {@link #failed} there are, for systems that have any. */
	public Map<TargetSystem, Integer> failed() {
		return this.jdbc.sql("select system, count(*) as people" + FAILED + "group by system")
			.query((row, number) -> Map.entry(TargetSystem.valueOf(row.getString("system")), row.getInt("people")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/** Asks for a step anew: whatever is said of an older generation is no news then. */
	Attempt raise(StepRow step, String detail, @Nullable Instruction instruction) {
		Attempt attempt = new Attempt(step.generation() + 1, 1);
		on(RAISE, step.person(), step.system()).param("generation", attempt.generation())
			.param("detail", detail)
			.param("decision", (instruction != null) ? instruction.decision().name() : null)
			.param("reason", (instruction != null) ? instruction.reason() : null)
			.update();
		return attempt;
	}

	private JdbcClient.StatementSpec on(String sql, UUID person, TargetSystem system) {
		return this.jdbc.sql(sql).param("person", person).param("system", system.name());
	}

}
