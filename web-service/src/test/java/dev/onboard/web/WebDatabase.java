package dev.onboard.web;

import dev.onboard.testing.Database;
import dev.onboard.testing.Project;
import org.flywaydb.core.Flyway;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The service's own schema, without the service. */
public final class WebDatabase {

	private WebDatabase() {
	}

	/** Each statement on a connection of its own, as another replica would. */
	public static JdbcClient client() {
		return Shared.CLIENT;
	}

	private static final class Shared {

		private static final JdbcClient CLIENT = connect();

		private static JdbcClient connect() {
			DriverManagerDataSource source = new DriverManagerDataSource(Database.shared().url(), "web",
					Project.PASSWORD);
			Flyway.configure()
				.dataSource(source)
				.locations("classpath:db/delivery", "classpath:db/migration")
				.outOfOrder(true)
				.load()
				.migrate();
			return JdbcClient.create(source);
		}

	}

}
