package dev.onboard.delivery.outbox;

import java.sql.Types;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import dev.onboard.delivery.tracing.Traceparent;
import dev.onboard.events.Event;
import dev.onboard.events.EventJson;
import dev.onboard.events.PersonEvent;
import dev.onboard.events.TargetEvent;
import dev.onboard.events.UserErase;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Takes what must be published, within the caller's transaction and trace; wakes the
 * relay when that commits. Time is the database's. Thread-safe.
 */
public class Outbox {

	private static final String INSERT = """
			insert into outbox (message_id, exchange, routing_key, type, correlation_id, headers, body, due_at)
			values (:messageId, :exchange, :routingKey, :type, :correlationId, :headers::jsonb, :body,
			        coalesce(now() + :delay * interval '1 ms', 'epoch'))
			""";

	private static final String FORGET = """
			delete from outbox
			 where id in (select id from outbox where correlation_id = :person for update skip locked)
			""";

	private static final JsonMapper JSON = JsonMapper.shared();

	private final JdbcClient jdbc;

	private final WakeUp wakeUp;

	public Outbox(JdbcClient jdbc, WakeUp wakeUp) {
		this.jdbc = jdbc;
		this.wakeUp = wakeUp;
	}

	/** To whoever wants to know, now. */
	public void say(Event event) {
		add(Exchanges.EVENTS, event.type(), event, null);
	}

	/** To one queue only, now. */
	public void repeat(Event event, String queue) {
		add(Exchanges.REQUEUE, queue, event, null);
	}

	/** To one queue only, after {@code delay}. */
	public void repeat(Event event, String queue, Duration delay) {
		add(Exchanges.REQUEUE, queue, event, delay);
	}

	/**
	 * Among the parked messages, for somebody to look at.
	 * @param headers why and where from
	 */
	public void park(String routingKey, @Nullable String type, @Nullable String correlationId,
			Map<String, String> headers, byte[] body) {
		insert(MessageIds.ofParked(routingKey, body).toString(), Exchanges.DEAD, routingKey, type, correlationId,
				headers, body, null);
	}

	/** A message as it was, to the one queue where it could not be handled. */
	public void sendAgain(String queue, String messageId, @Nullable String type, @Nullable String correlationId,
			byte[] body) {
		insert(messageId, Exchanges.REQUEUE, queue, type, correlationId, Map.of(), body, null);
	}

	/**
	 * The same after {@code delay}.
	 * @param messageId null where it had none
	 */
	public void sendAgain(String queue, @Nullable String messageId, @Nullable String type,
			@Nullable String correlationId, byte[] body, Duration delay) {
		String id = (messageId != null) ? messageId : MessageIds.ofParked(queue, body).toString();
		insert(id, Exchanges.REQUEUE, queue, type, correlationId, Map.of(), body, delay);
	}

	/**
	 * What is still to be published about a person, unless it is being published just
	 * now.
	 */
	public void forget(UUID person) {
		this.jdbc.sql(FORGET).param("person", person.toString()).update();
	}

	private void add(String exchange, String routingKey, Event event, @Nullable Duration delay) {
		insert(MessageIds.of(event).toString(), exchange, routingKey, event.type(), correlationId(event), Map.of(),
				EventJson.write(event), delay);
	}

	private static String correlationId(Event event) {
		if (event instanceof UserErase erase) {
			return erase.personId().toString();
		}
		return (event instanceof PersonEvent said) ? said.person().id().toString()
				: ((TargetEvent) event).system().wireName();
	}

	private void insert(String messageId, String exchange, String routingKey, @Nullable String type,
			@Nullable String correlationId, Map<String, String> headers, byte[] body, @Nullable Duration delay) {
		this.jdbc.sql(INSERT)
			.param("messageId", messageId)
			.param("exchange", exchange)
			.param("routingKey", routingKey)
			.param("type", type)
			.param("correlationId", correlationId)
			.param("headers", JSON.writeValueAsString(inTrace(headers)))
			.param("body", body)
			.param("delay", (delay != null) ? delay.toMillis() : null, Types.BIGINT)
			.update();
		if (TransactionSynchronizationManager.isSynchronizationActive()) {
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
				@Override
				public void afterCommit() {
					Outbox.this.wakeUp.call();
				}
			});
		}
		else {
			this.wakeUp.call();
		}
	}

	private static Map<String, String> inTrace(Map<String, String> headers) {
		Map<String, String> all = new HashMap<>(headers);
		String traceparent = Traceparent.current();
		if (traceparent != null) {
			all.put(Traceparent.HEADER, traceparent);
		}
		return all;
	}

}
