package dev.onboard.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;
import org.mockito.Mockito;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DeliveryTest
class TransactionsIntegrationTests {

	private final TransactionTemplate transaction;

	private final JdbcClient jdbc;

	private final DataSource database;

	TransactionsIntegrationTests(@Autowired TransactionTemplate transaction, @Autowired JdbcClient jdbc,
			@Autowired DataSource database) {
		this.transaction = transaction;
		this.jdbc = jdbc;
		this.database = database;
	}

	@Test
	void tellsWhatBrokeTheConnectionAndNotThatItCouldNotBeRolledBack() {
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.transaction.executeWithoutResult(
				(tx) -> this.jdbc.sql("select pg_terminate_backend(pg_backend_pid())").query(Boolean.class).single()))
			.withMessageContaining("terminating connection")
			.satisfies((failure) -> assertThat(OwnTrouble.is(failure)).isTrue());
	}

	@Test
	void tellsThatACommitFailed() {
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.transaction.executeWithoutResult((tx) -> terminate(pid())))
			.withMessageContaining("JDBC commit")
			.satisfies((failure) -> assertThat(OwnTrouble.is(failure)).isTrue());
	}

	@Test
	void goesOnWithAnotherConnection() {
		tellsWhatBrokeTheConnectionAndNotThatItCouldNotBeRolledBack();
		this.transaction.executeWithoutResult((tx) -> assertThat(pid()).isPositive());
	}

	/** Whatever was written may still be committed by whoever has it next. */
	@Test
	void tellsThatARollbackFailedWhereTheConnectionIsAsItWas() throws SQLException {
		Connection connection = Mockito.mock();
		DataSource stubborn = Mockito.mock();
		BDDMockito.given(stubborn.getConnection()).willReturn(connection);
		BDDMockito.willThrow(new SQLException("no")).given(connection).rollback();
		TransactionTemplate rolledBack = new TransactionTemplate(new Transactions(stubborn));
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> rolledBack.executeWithoutResult((tx) -> tx.setRollbackOnly()))
			.withMessageContaining("JDBC rollback");
	}

	/** Else others would wait for hours for what it has locked. */
	@Test
	void areEndedByTheDatabaseWhenNobodyIsThereAnyMore() {
		assertThat(List.of("tcp_keepalives_idle", "tcp_keepalives_interval", "tcp_keepalives_count",
				"client_connection_check_interval", "idle_in_transaction_session_timeout"))
			.extracting((
					setting) -> this.jdbc.sql("select current_setting('" + setting + "')").query(String.class).single())
			.containsExactly("10", "5", "3", "5s", "1min");
	}

	private int pid() {
		return this.jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
	}

	/** Over another connection, as a database that is shut down would. */
	private void terminate(int pid) {
		try (Connection other = this.database.getConnection();
				PreparedStatement terminate = other.prepareStatement("select pg_terminate_backend(?, 5000)")) {
			terminate.setInt(1, pid);
			terminate.execute();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
