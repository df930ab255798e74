package dev.onboard.faults.world;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import dev.onboard.testing.Database;
import dev.onboard.testing.Project;

/** What is in the database, each schema seen as the service that owns it. */
final class Schemas {

	/** Of the services, of their roles, and of their users of the broker. */
	static final List<String> NAMES = List.of("task", "mail", "web");

	/**
	 * For each table a statement that reads its rows as texts, bytes as what they say.
	 */
	private static final String READS = """
			select format('select concat_ws('' '', t::text%s) from %I t where t.xmin::text::bigint >= ',
			              string_agg(format(', encode(t.%I, ''escape'')', column_name), '')
			                filter (where data_type = 'bytea'), table_name)
			  from information_schema.tables join information_schema.columns using (table_schema, table_name)
			 where table_schema = current_schema() and table_type = 'BASE TABLE'
			 group by table_name
			""";

	private final Database database;

	/** One of each schema, once it was needed: whoever waits asks ten times a second. */
	private final Map<String, Connection> kept = new HashMap<>();

	Schemas(Database database) {
		this.database = database;
	}

	/** The first column of the first row as a number; 0 if it is null. */
	long number(String schema, String sql) throws SQLException {
		return asked(schema, sql, (row) -> row.next() ? row.getLong(1) : 0);
	}

	/** The first column of all rows. */
	List<String> texts(String schema, String sql) throws SQLException {
		return asked(schema, sql, (row) -> {
			List<String> texts = new ArrayList<>();
			while (row.next()) {
				texts.add(row.getString(1));
			}
			return texts;
		});
	}

	/** What is made of the rows. */
	@FunctionalInterface
	private interface Reading<T> {

		T of(ResultSet row) throws SQLException;

	}

	/** Asks once more over a new connection, for the database may have been away. */
	private synchronized <T> T asked(String schema, String sql, Reading<T> reading) throws SQLException {
		Connection known = this.kept.remove(schema);
		if (known != null) {
			try {
				return read(schema, known, sql, reading);
			}
			catch (SQLException ex) {
				// It is of no use any more, or the question is none; then it fails again.
			}
		}
		return read(schema, connect(schema), sql, reading);
	}

	/** Keeps the connection if it was of use, else closes it. */
	private <T> T read(String schema, Connection connection, String sql, Reading<T> reading) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
			T read = reading.of(row);
			this.kept.put(schema, connection);
			return read;
		}
		catch (SQLException ex) {
			connection.close();
			throw ex;
		}
	}

	/**
	 * The oldest transaction that others cannot see yet; all that is written later is
	 * written by this one, or by a later one.
	 */
	long oldestOpen() throws SQLException {
		return number(NAMES.get(0), "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint");
	}

	/** The rows of a schema that such a transaction wrote, each as one text. */
	List<String> rowsSince(String schema, long transaction) throws SQLException {
		List<String> rows = new ArrayList<>();
		for (String read : texts(schema, READS)) {
			rows.addAll(texts(schema, read + transaction));
		}
		return rows;
	}

	private Connection connect(String schema) throws SQLException {
		Properties properties = new Properties();
		properties.put("user", schema);
		properties.put("password", Project.PASSWORD);
		properties.put("connectTimeout", "2");
		properties.put("socketTimeout", "30");
		return DriverManager.getConnection(this.database.url(), properties);
	}

}
