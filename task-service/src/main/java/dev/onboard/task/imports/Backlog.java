package dev.onboard.task.imports;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who was accepted and has not been turned to yet, whether their order is still in the
 * outbox or waits in the queue. Whoever is added by hand waits behind them, so an import
 * adds nobody while they are too many.
 */
@Component
class Backlog {

	private static final String COUNT = """
			select count(*) from (select from step where system = 'MAIL' and state = 'PENDING' limit :most) as waiting
			""";

	private final JdbcClient jdbc;

	private final int most;

	Backlog(JdbcClient jdbc, ImportSettings settings) {
		this.jdbc = jdbc;
		this.most = settings.backlog();
	}

	boolean isFull() {
		return this.jdbc.sql(COUNT).param("most", this.most).query(Integer.class).single() >= this.most;
	}

	String inWords() {
		return this.most + " people or more wait for their mailbox; it goes on by itself when they are fewer";
	}

}
