package dev.onboard.task.parked;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.onboard.delivery.ParkedMessage;
import dev.onboard.delivery.Timestamps;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code parked}. */
@Component
class ParkedRows {

	/** Locks it, whether or not it is new. */
	private static final String ADD = """
			insert into parked (fingerprint, queue, type, reason, body)
			values (sha256(convert_to(coalesce(:queue, '') || chr(10) || coalesce(:type, '') || chr(10), 'UTF8') || :body),
			        :queue, :type, :reason, :body)
			on conflict (fingerprint) do update set fingerprint = excluded.fingerprint
			returning id
			""";

	private static final String COUNT = """
			update parked
			   set state = 'PARKED', count = count + 1, last_at = now(), reason = :reason, exception = :exception,
			       message_id = :messageId, correlation_id = :correlationId, person_id = :person
			 where id = :id
			""";

	private static final String PAGE = """
			select id, number, state, queue, type, reason, exception, message_id, person_id, count, first_at, last_at,
			       octet_length(body) as bytes, substring(body for :shown) as body
			  from parked
			""";

	private static final String LIST = PAGE + """
			 where (:after::bigint is null or number < :after) and (:state::text is null or state = :state)
			 order by number desc limit :limit
			""";

	private final JdbcClient jdbc;

	ParkedRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A row, with its place in the order of all.
	 */
	record Row(long number, ParkedPage page) {
	}

	/** What is needed to send it again. Never compared. */
	@SuppressWarnings("ArrayRecordComponent")
	record Original(ParkedState state, @Nullable String queue, @Nullable String messageId, @Nullable String type,
			@Nullable String correlationId, byte[] body) {
	}

	/** Returns the id of this message, under which it may have been parked before. */
	UUID add(ParkedMessage message) {
		return this.jdbc.sql(ADD)
			.param("queue", message.queue())
			.param("type", message.type())
			.param("reason", message.reason())
			.param("body", message.body())
			.query(UUID.class)
			.single();
	}

	void count(UUID id, ParkedMessage message, @Nullable UUID person) {
		this.jdbc.sql(COUNT)
			.param("id", id)
			.param("reason", message.reason())
			.param("exception", message.exception())
			.param("messageId", message.messageId())
			.param("correlationId", message.correlationId())
			.param("person", person)
			.update();
	}

	/**
	 * Nobody else changes it until the caller's transaction ends.
	 * @throws UnknownParkedException if there is none
	 */
	Original lock(UUID id) {
		return this.jdbc.sql("select * from parked where id = :id for update")
			.param("id", id)
			.query((row, index) -> new Original(ParkedState.valueOf(row.getString("state")), row.getString("queue"),
					row.getString("message_id"), row.getString("type"), row.getString("correlation_id"),
					row.getBytes("body")))
			.optional()
			.orElseThrow(() -> new UnknownParkedException(id));
	}

	void change(UUID id, ParkedState state) {
		this.jdbc.sql("update parked set state = :state where id = :id")
			.param("id", id)
			.param("state", state.name())
			.update();
	}

	/** Its whole body, too. */
	Optional<ParkedPage> find(UUID id) {
		return this.jdbc.sql(PAGE + " where id = :id")
			.param("id", id)
			.param("shown", Integer.MAX_VALUE)
			.query(ParkedRows::read)
			.optional()
			.map(Row::page);
	}

	/**
	 * One more than the limit, where there are more.
	 * @param shown how many bytes of each body
	 */
	List<Row> list(ParkedFilter filter, int shown) {
		return this.jdbc.sql(LIST)
			.param("after", filter.after())
			.param("state", (filter.state() != null) ? filter.state().name() : null)
			.param("limit", filter.limit() + 1)
			.param("shown", shown)
			.query(ParkedRows::read)
			.list();
	}

	/** How many lie aside now, up to a limit. */
	int countParked(int limit) {
		return this.jdbc
			.sql("select count(*) from (select 1 from parked where state = 'PARKED' limit :limit) as counted")
			.param("limit", limit)
			.query(Integer.class)
			.single();
	}

	private static Row read(ResultSet row, int index) throws SQLException {
		return new Row(row.getLong("number"),
				new ParkedPage(row.getObject("id", UUID.class), ParkedState.valueOf(row.getString("state")),
						row.getString("queue"), row.getString("type"), row.getString("reason"),
						row.getString("exception"), row.getString("message_id"), row.getObject("person_id", UUID.class),
						row.getInt("count"), Timestamps.required(row, "first_at"), Timestamps.required(row, "last_at"),
						row.getInt("bytes"), new String(row.getBytes("body"), StandardCharsets.UTF_8), null));
	}

}
