package dev.onboard.task.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.onboard.delivery.Timestamps;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the table {@code import}. What is read of one does not depend on its rows. */
@Component
class StoredImports {

	private final JdbcClient jdbc;

	StoredImports(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** An import, with its place in the order of all. */
	record Row(long number, char separator, ImportPage page) {
	}

	Optional<Row> find(UUID id) {
		return this.jdbc.sql("select * from import where id = :id")
			.param("id", id)
			.query(StoredImports::read)
			.optional();
	}

	/**
	 * Newest first.
	 * @param before the number of the last one that was listed; null for the newest
	 */
	List<Row> list(@Nullable Long before, int limit) {
		return this.jdbc.sql(
				"select * from import where :before::bigint is null or number < :before order by number desc limit :limit")
			.param("before", before)
			.param("limit", limit)
			.query(StoredImports::read)
			.list();
	}

	private static Row read(ResultSet row, int index) throws SQLException {
		int toCreate = row.getInt("to_create");
		int created = row.getInt("created");
		int alreadyThere = row.getInt("already_there");
		int refused = row.getInt("refused");
		ImportCounts counts = new ImportCounts(toCreate + created + alreadyThere + refused, toCreate, created,
				alreadyThere, refused);
		return new Row(row.getLong("number"), row.getString("separator").charAt(0),
				new ImportPage(row.getObject("id", UUID.class), ImportState.valueOf(row.getString("state")),
						row.getString("name"), counts, null, Timestamps.required(row, "created_at"),
						Timestamps.optional(row, "started_at"), Timestamps.optional(row, "ended_at")));
	}

}
