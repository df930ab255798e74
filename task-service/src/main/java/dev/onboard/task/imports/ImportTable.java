package dev.onboard.task.imports;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code import}: the life of each. */
@Component
class ImportTable {

	/**
	 * Follows a {@code change (import_id, state, by)} of rows, in their statement: so
	 * many more, or fewer, are in that state.
	 */
	static final String COUNT = """
			update import i
			   set to_create = i.to_create + c.to_create, created = i.created + c.created,
			       already_there = i.already_there + c.already_there, refused = i.refused + c.refused
			  from (select import_id,
			               coalesce(sum(by) filter (where state = 'TO_CREATE'), 0) as to_create,
			               coalesce(sum(by) filter (where state = 'CREATED'), 0) as created,
			               coalesce(sum(by) filter (where state = 'ALREADY_THERE'), 0) as already_there,
			               coalesce(sum(by) filter (where state = 'REFUSED'), 0) as refused
			          from change group by import_id) as c
			 where i.id = c.import_id
			""";

	/** Nobody else sees the import yet. */
	private static final String CHECKED = """
			update import
			   set separator = :separator,
			       (to_create, created, already_there, refused) =
			       (select count(*) filter (where state = 'TO_CREATE'),
			               count(*) filter (where state = 'CREATED'),
			               count(*) filter (where state = 'ALREADY_THERE'),
			               count(*) filter (where state = 'REFUSED')
			          from import_row where import_id = :id)
			 where id = :id
			""";

	private static final String FORGET = """
			delete from import
			 where id = (select id from import
			              where state <> 'RUNNING'
			                and coalesce(ended_at, created_at) < now() - :seconds * interval '1 s'
			              order by number limit 1
			                for update skip locked)
			""";

	private final JdbcClient jdbc;

	ImportTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	UUID add(@Nullable String name) {
		return this.jdbc.sql("insert into import (name) values (:name) returning id")
			.param("name", name)
			.query(UUID.class)
			.single();
	}

	/** All of its rows are there. */
	void checked(UUID id, char separator) {
		this.jdbc.sql(CHECKED).param("id", id).param("separator", String.valueOf(separator)).update();
	}

	/**
	 * Until the caller's transaction ends nobody else changes its state or its rows.
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

	/**
	 * Lets it run.
	 * @param by whose token asked for it
	 */
	void start(UUID id, @Nullable String by) {
		this.jdbc.sql("update import set state = 'RUNNING', started_at = now(), started_by = :by where id = :id")
			.param("id", id)
			.param("by", by)
			.update();
	}

	boolean isRunning(UUID id) {
		return this.jdbc.sql("select state = 'RUNNING' from import where id = :id")
			.param("id", id)
			.query(Boolean.class)
			.optional()
			.orElse(false);
	}

	/** Whether it was not yet at its end. */
	boolean cancel(UUID id) {
		return this.jdbc.sql(
				"update import set state = 'CANCELLED', ended_at = now() where id = :id and state in ('CHECKED', 'RUNNING')")
			.param("id", id)
			.update() == 1;
	}

	/** Whether it was running, and nothing is left of it to do. */
	boolean finish(UUID id) {
		return this.jdbc.sql(
				"update import set state = 'FINISHED', ended_at = now() where id = :id and state = 'RUNNING' and to_create = 0")
			.param("id", id)
			.update() == 1;
	}

	List<UUID> running() {
		return this.jdbc.sql("select id from import where state = 'RUNNING' order by number")
			.query((row, index) -> row.getObject("id", UUID.class))
			.list();
	}

	/**
	 * Those that nobody works on, with their rows; returns how many. Each is a statement
	 * of its own, for one has thousands of rows.
	 */
	int forget(Duration age) {
		int forgotten = 0;
		while (this.jdbc.sql(FORGET).param("seconds", age.toSeconds()).update() > 0) {
			forgotten++;
		}
		return forgotten;
	}

}
