package dev.onboard.bench.bare;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/** Statements of plain JDBC. The driver keeps those that come often prepared. */
final class Sql {

	private Sql() {
	}

	static int run(Connection database, String sql, @Nullable Object... values) throws SQLException {
		try (PreparedStatement statement = database.prepareStatement(sql)) {
			for (int index = 0; index < values.length; index++) {
				statement.setObject(index + 1, values[index]);
			}
			return statement.executeUpdate();
		}
	}

	/** All that the work does is committed at once. */
	static void atOnce(Connection database, Work work) throws SQLException {
		database.setAutoCommit(false);
		work.run();
		database.commit();
		database.setAutoCommit(true);
	}

	/** Empty, with all columns, indexes and checks of the product's own. */
	static void copyTables(Connection database, String... names) throws SQLException {
		for (String name : names) {
			run(database, "drop table if exists bare_" + name);
			run(database, "create table bare_" + name + " (like " + name + " including all)");
		}
	}

	interface Work {

		void run() throws SQLException;

	}

}
