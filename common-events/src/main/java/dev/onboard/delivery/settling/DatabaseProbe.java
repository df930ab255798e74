package dev.onboard.delivery.settling;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells whether our database takes what the listeners write. One that answers but cannot
 * write (read-only, full, a table locked) would fail every message again and again, until
 * the broker parks them all.
 */
class DatabaseProbe {

	private static final Logger log = LoggerFactory.getLogger(DatabaseProbe.class);

	/** Fails where somebody else keeps anybody from writing to a table of ours. */
	private static final String WRITE_ANYWHERE = """
			do $$ declare own regclass;
			begin
			  for own in select oid from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace loop
			    execute format('lock table %s in row exclusive mode nowait', own);
			  end loop;
			end $$
			""";

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	DatabaseProbe(JdbcClient jdbc, TransactionTemplate transaction) {
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	boolean works() {
		try {
			this.transaction.executeWithoutResult((tx) -> {
				this.jdbc.sql(WRITE_ANYWHERE).update();
				this.jdbc.sql("""
						insert into outbox (message_id, exchange, routing_key, body, due_at)
						values ('probe', '', '', '', 'infinity')
						""").update();
				this.jdbc.sql("delete from outbox where message_id = 'probe' and due_at = 'infinity'").update();
			});
			return true;
		}
		catch (DataAccessException | TransactionException ex) {
			log.warn("Our database still fails: {}", ex.getMessage());
			return false;
		}
	}

}
