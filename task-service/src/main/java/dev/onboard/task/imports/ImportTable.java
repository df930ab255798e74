package dev.onboard.task.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.onboard.task.Timestamps;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code import}. */
@Component
class ImportTable {

	private static final String PAGES = """
			select * from (select * from import where %s order by number desc limit :limit) as i,
			       lateral (select count(*) as rows,
			                       count(*) filter (where r.state = 'TO_CREATE') as to_create,
			                       count(*) filter (where r.state = 'CREATED') as created,
			                       count(*) filter (where r.state = 'ALREADY_THERE') as already_there,
			                       count(*) filter (where r.state = 'REFUSED') as refused
			                  from import_row r where r.import_id = i.id) as counted
			 order by number desc
			""";

	private static final String FINISH = """
			update import set state = 'FINISHED', ended_at = now()
			 where id = :id and state = 'RUNNING'
			   and not exists (select from import_row where import_id = :id and state = 'TO_CREATE')
			""";

	private static final String FORGET = """
			delete from import
			 where id in (select id from import
			               where state <> 'RUNNING'
			                 and coalesce(ended_at, created_at) < now() - :seconds * interval '1 s'
			                 for update skip locked)
			""";

	private final JdbcClient jdbc;

	ImportTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** An import, with its place in the order of all. */
	record Row(long number, ImportPage page) {
	}

	UUID add(@Nullable String name) {
		return this.jdbc.sql("insert into import (name) values (:name) returning id")
			.param("name", name)
			.query(UUID.class)
			.single();
	}

	/**
	 * Until the caller's transaction ends nobody else changes its state, and none of its
	 * rows is accepted.
	 * @throws UnknownImportException if there is none
	 */
	ImportState lock(UUID id) {
		return this.jdbc.sql("select state from import where id = :id for update")
			.param("id", id)
			.query(String.class)
			.optional()
			.map(ImportState::valueOf)
			.orElseThrow(() -> new UnknownImportException(id));
	}

	void start(UUID id) {
		this.jdbc.sql("update import set state = 'RUNNING', started_at = now() where id = :id")
			.param("id", id)
			.update();
	}

	void cancel(UUID id) {
		this.jdbc.sql("update import set state = 'CANCELLED', ended_at = now() where id = :id")
			.param("id", id)
			.update();
	}

	/** Whether it was running, and nothing is left of it to do. */
	boolean finish(UUID id) {
		return this.jdbc.sql(FINISH).param("id", id).update() == 1;
	}

	List<UUID> running() {
		return this.jdbc.sql("select id from import where state = 'RUNNING' order by number")
			.query((row, index) -> row.getObject("id", UUID.class))
			.list();
	}

	boolean isThere(UUID id) {
		return this.jdbc.sql("select count(*) from import where id = :id")
			.param("id", id)
			.query(Integer.class)
			.single() == 1;
	}

	Optional<ImportPage> find(UUID id) {
		return this.jdbc.sql(PAGES.formatted("id = :id"))
			.param("id", id)
			.param("limit", 1)
			.query(ImportTable::read)
			.optional()
			.map(Row::page);
	}

	/**
	 * Newest first.
	 * @param before the number of the last one that was listed; null for the newest
	 */
	List<Row> list(@Nullable Long before, int limit) {
		return this.jdbc.sql(PAGES.formatted("(:before::bigint is null or number < :before)"))
			.param("before", before)
			.param("limit", limit)
			.query(ImportTable::read)
			.list();
	}

	/** Those that nobody works on, with their rows; returns how many. */
	int forget(Duration age) {
		return this.jdbc.sql(FORGET).param("seconds", age.toSeconds()).update();
	}

	private static Row read(ResultSet row, int index) throws SQLException {
		ImportCounts counts = new ImportCounts(row.getInt("rows"), row.getInt("to_create"), row.getInt("created"),
				row.getInt("already_there"), row.getInt("refused"));
		return new Row(row.getLong("number"),
				new ImportPage(row.getObject("id", UUID.class), ImportState.valueOf(row.getString("state")),
						row.getString("name"), counts, null, Timestamps.required(row, "created_at"),
						Timestamps.optional(row, "started_at"), Timestamps.optional(row, "ended_at")));
	}

}
