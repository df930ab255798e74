package dev.onboard.delivery;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@DeliveryTest
class MigratingIntegrationTests {

	/** In milliseconds. */
	private static final int LONGEST_ANSWER = 5000;

	@Test
	void aMigrationMayTakeLongerThanAnyOtherStatement(@Autowired Flyway flyway, @Autowired DataSource database)
			throws SQLException {
		try (Connection connection = database.getConnection()) {
			assertThat(connection.getNetworkTimeout()).isEqualTo(LONGEST_ANSWER);
		}
		try (Connection connection = flyway.getConfiguration().getDataSource().getConnection()) {
			assertThat(connection.getNetworkTimeout()).isZero();
			assertThat(connection.getMetaData().getUserName()).isEqualTo("mail");
		}
	}

}
