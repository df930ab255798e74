package dev.onboard.delivery.ledger;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.onboard.events.Event;
import dev.onboard.events.EventJson;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits in the outbox about one person, oldest first. */
record Outboxed(String exchange, String routingKey, Event event, boolean due) {

	static List<Outboxed> of(JdbcClient jdbc, UUID person) {
		return jdbc.sql("select *, due_at <= now() as due from outbox where correlation_id = :person order by id")
			.param("person", person.toString())
			.query()
			.listOfRows()
			.stream()
			.map(Outboxed::read)
			.toList();
	}

	private static Outboxed read(Map<String, Object> row) {
		return new Outboxed((String) row.get("exchange"), (String) row.get("routing_key"),
				EventJson.read((String) row.get("type"), (byte[]) row.get("body")), (Boolean) row.get("due"));
	}

}
