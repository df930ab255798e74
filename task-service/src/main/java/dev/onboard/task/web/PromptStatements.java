package dev.onboard.task.web;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Each statement of a transaction waits for the database no longer than whoever asks has
 * time left, see {@link PromptAnswers}: a limit that is set when it begins would hold for
 * each of its statements anew. The pool takes the limit away when the connection comes
 * back.
 */
@Component
class PromptStatements extends JdbcTemplate {

	PromptStatements(DataSource dataSource) {
		super(dataSource);
	}

	@Override
	protected void applyStatementSettings(Statement statement) throws SQLException {
		super.applyStatementSettings(statement);
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			Optional<Duration> left = PromptAnswers.left();
			if (left.isPresent()) {
				statement.getConnection().setNetworkTimeout(Runnable::run, (int) left.get().toMillis());
			}
		}
	}

}
