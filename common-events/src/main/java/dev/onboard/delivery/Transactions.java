package dev.onboard.delivery;

import java.sql.SQLException;

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Begins and ends the transactions of our database. A rollback over a connection that
 * broke has nothing left to do, for the database ends with it what it held: the caller
 * learns what broke it, and not that it could not be rolled back.
 */
@SuppressWarnings("serial")
class Transactions extends JdbcTransactionManager {

	private static final Logger log = LoggerFactory.getLogger(Transactions.class);

	Transactions(DataSource database) {
		super(database);
	}

	@Override
	protected void doRollback(DefaultTransactionStatus status) {
		try {
			super.doRollback(status);
		}
		catch (RuntimeException ex) {
			if (!isConnectionClosed()) {
				throw ex;
			}
			log.debug("Nothing to be rolled back: {}", ex.getMessage());
		}
	}

	/** As the pool has it, once something broke it. */
	private boolean isConnectionClosed() {
		ConnectionHolder holder = (ConnectionHolder) TransactionSynchronizationManager.getResource(obtainDataSource());
		try {
			return holder != null && holder.getConnection().isClosed();
		}
		catch (SQLException ex) {
			return false;
		}
	}

}
