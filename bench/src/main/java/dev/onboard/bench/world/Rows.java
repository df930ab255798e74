package dev.onboard.bench.world;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import dev.onboard.testing.Database;
import dev.onboard.testing.Project;

/** The schema of a service, by the service's own role. */
public final class Rows {

	private final Database database;

	private final String role;

	Rows(Database database, String role) {
		this.database = database;
		this.role = role;
	}

	/** The first column of the only row. */
	public long number(String sql) {
		return Long.parseLong(text(sql));
	}

	/** As the other one. */
	String text(String sql) {
		try (Connection connection = DriverManager.getConnection(this.database.url(), this.role, Project.PASSWORD);
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(sql)) {
			row.next();
			return row.getString(1);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * @param tables what the names of the tables begin with
	 */
	void forgetEverybody(String tables) {
		execute("truncate %1$sperson, %1$sstep, %1$slogin, %1$shistory, %1$soutbox cascade".formatted(tables));
	}

	void execute(String sql) {
		try (Connection connection = DriverManager.getConnection(this.database.url(), this.role, Project.PASSWORD);
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
