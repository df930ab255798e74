package dev.onboard.delivery.outbox;

import java.time.Duration;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of the outbox whose time has come, on the database's clock. A pause begins
 * when it is written down, not with the transaction, in which the broker was waited for.
 */
final class DueMessages {

	private static final String CLAIM = """
			select id, message_id, exchange, routing_key, type, correlation_id, headers, body
			  from outbox where due_at <= now() order by due_at, id limit :batch for update skip locked
			""";

	private static final String POSTPONE = """
			update outbox set failures = failures + 1,
			       due_at = clock_timestamp() + least(10, 0.5 * power(2, least(failures, 10))) * interval '1 second'
			 where id = :id
			""";

	/** As failed once at most: what is due shows so, and the pauses do not grow. */
	private static final String AGAIN = """
			update outbox set failures = greatest(failures, 1), due_at = clock_timestamp() + interval '0.5 s' where id = :id
			""";

	private static final String NEXT = """
			select ceil(extract(epoch from least(min(due_at) - clock_timestamp(), :limit * interval '1 ms')) * 1000)::bigint
			  from outbox
			""";

	private static final String PUBLISHED = "with published as (delete from outbox where id = any(:ids)) " + NEXT
			+ " where id <> all(:ids)";

	private final JdbcClient jdbc;

	DueMessages(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Those that no other replica has claimed, until the end of this transaction. */
	List<OutboxRow> claim(int batch) {
		return this.jdbc.sql(CLAIM).param("batch", batch).query(OutboxRow::read).list();
	}

	/**
	 * Forgets what was published.
	 * @return how long until the next is due, as {@link #untilNext}
	 */
	Duration published(List<Long> ids, Duration limit) {
		return ids.isEmpty() ? untilNext(limit)
				: next(this.jdbc.sql(PUBLISHED).param("ids", ids.toArray(Long[]::new)), limit);
	}

	/** Tries it again after 0.5 to 10 seconds, growing with each failure. */
	void postpone(long id) {
		this.jdbc.sql(POSTPONE).param("id", id).update();
	}

	/** Tries it again after half a second, for nothing is wrong with it. */
	void again(long id) {
		this.jdbc.sql(AGAIN).param("id", id).update();
	}

	/** How long until the next is due, at most {@code limit}; may be negative. */
	Duration untilNext(Duration limit) {
		return next(this.jdbc.sql(NEXT), limit);
	}

	private static Duration next(JdbcClient.StatementSpec statement, Duration limit) {
		return Duration.ofMillis(statement.param("limit", limit.toMillis()).query(Long.class).single());
	}

}
