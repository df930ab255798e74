package dev.onboard.task.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.onboard.task.NewPerson;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code import_row}. */
@Component
class RowTable {

	private static final String ADD = """
			insert into import_row (import_id, line, state, login, first_name, last_name, contact_email, role, language, reason, person_id)
			values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
			""";

	/** Those of what is inserted, for a null has none. */
	private static final int[] TYPES = { Types.OTHER, Types.INTEGER, Types.VARCHAR, Types.VARCHAR, Types.VARCHAR,
			Types.VARCHAR, Types.VARCHAR, Types.VARCHAR, Types.VARCHAR, Types.VARCHAR, Types.OTHER };

	private static final String SETTLE = """
			with settled as (
			  update import_row set state = :state, reason = :reason, person_id = :person::uuid
			   where import_id = :import and line = :line and state = 'TO_CREATE'
			  returning import_id, state),
			change as (select import_id, state, 1 as by from settled
			           union all select import_id, 'TO_CREATE', -1 from settled)
			""" + ImportTable.COUNT;

	/**
	 * Only while the import runs, whose state then stays until the transaction ends. A
	 * key share keeps others from locking the import, but not from counting.
	 */
	private static final String CLAIM = """
			select r.*, i.started_by from import_row r join import i on i.id = r.import_id
			 where r.import_id = :import and r.line = :line and r.state = 'TO_CREATE' and i.state = 'RUNNING'
			   for update of r skip locked for key share of i skip locked
			""";

	private static final String LIST = """
			select * from import_row
			 where import_id = :import and line > :after and (:state::text is null or state = :state)
			 order by line limit :limit
			""";

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	RowTable(JdbcClient jdbc, JdbcTemplate template) {
		this.jdbc = jdbc;
		this.template = template;
	}

	void add(UUID id, List<FileRow> rows, List<Verdict> verdicts) {
		List<Object[]> values = new ArrayList<>(rows.size());
		for (int index = 0; index < rows.size(); index++) {
			NewPerson person = rows.get(index).person();
			Verdict verdict = verdicts.get(index);
			values.add(new Object[] { id, rows.get(index).line(), verdict.state().name(), person.login(),
					person.firstName(), person.lastName(), person.contactEmail(), person.role(), person.language(),
					verdict.reason(), verdict.person() });
		}
		this.template.batchUpdate(ADD, values, TYPES);
	}

	/** The next lines that wait, which others may be about to take. */
	List<Integer> waiting(UUID id, int limit) {
		return this.jdbc.sql(
				"select line from import_row where import_id = :import and state = 'TO_CREATE' order by line limit :limit")
			.param("import", id)
			.param("limit", limit)
			.query((row, index) -> row.getInt("line"))
			.list();
	}

	/**
	 * Takes a row until the caller's transaction ends; empty if somebody else has it or
	 * had it, or if the import does not run. One that was cancelled at this moment may be
	 * taken for running, for a key share does not look at what is no key.
	 */
	Optional<Claimed> claim(UUID id, int line) {
		return this.jdbc.sql(CLAIM)
			.param("import", id)
			.param("line", line)
			.query((row, index) -> new Claimed(
					new NewPerson(row.getString("login"), row.getString("first_name"), row.getString("last_name"),
							row.getString("contact_email"), row.getString("role"), row.getString("language")),
					row.getString("started_by")))
			.optional();
	}

	/**
	 * Who stands in a row that was taken.
	 *
	 * @param startedBy whose token started the import
	 */
	record Claimed(NewPerson person, @Nullable String startedBy) {
	}

	/** Once: what was decided stays. */
	void settle(UUID id, int line, Verdict verdict) {
		this.jdbc.sql(SETTLE)
			.param("import", id)
			.param("line", line)
			.param("state", verdict.state().name())
			.param("reason", verdict.reason())
			.param("person", verdict.person())
			.update();
	}

	/** In the order of the file. */
	List<RowPage> list(UUID id, @Nullable RowState state, int after, int limit) {
		return this.jdbc.sql(LIST)
			.param("import", id)
			.param("state", (state != null) ? state.name() : null)
			.param("after", after)
			.param("limit", limit)
			.query(RowTable::read)
			.list();
	}

	private static RowPage read(ResultSet row, int index) throws SQLException {
		return new RowPage(row.getInt("line"), RowState.valueOf(row.getString("state")), row.getString("login"),
				row.getString("first_name"), row.getString("last_name"), row.getString("contact_email"),
				row.getString("role"), row.getString("language"), row.getString("reason"),
				row.getObject("person_id", UUID.class));
	}

}
