package dev.onboard.faults.world;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Whether anything is left behind once everybody has come to an end. */
final class Aftermath {

	private static final Duration LONGEST = Duration.ofSeconds(45);

	private static final Duration PAUSE = Duration.ofMillis(500);

	/** Where messages end that nobody can read. */
	private static final List<String> PARKED = List.of("task.parked", "task.unreadable");

	private static final String PARKED_TABLE = """
			select count(*) from information_schema.tables where table_schema = 'task' and table_name = 'parked'
			""";

	/**
	 * The most of two replicas: each has one to consume, one to publish, opened when it
	 * is needed, and the task-service one for what is parked.
	 */
	private static final Map<String, Integer> CONNECTIONS = Map.of("task", 6, "mail", 4, "web", 4);

	/** Of each connection that publishes; they are kept open. */
	private static final int CACHED_CHANNELS = 100;

	private final Management management;

	private final Schemas schemas;

	Aftermath(Management management, Schemas schemas) {
		this.management = management;
		this.schemas = schemas;
	}

	/** In words; empty if nothing is left within a time. */
	List<String> leftovers() {
		List<String> left = new ArrayList<>();
		try {
			// The broker's figures are late, so what is seen at once may be of before.
			Awaitility.await().atMost(LONGEST).pollDelay(PAUSE).pollInterval(PAUSE).ignoreExceptions().until(() -> {
				left.clear();
				left.addAll(look());
				return left.isEmpty();
			});
		}
		catch (ConditionTimeoutException ex) {
			return left.isEmpty() ? List.of("nobody could tell what is left behind: " + ex.getMessage()) : left;
		}
		return left;
	}

	private List<String> look() throws IOException, SQLException {
		List<String> left = new ArrayList<>();
		// Before the queues, to which they go.
		for (String schema : Schemas.NAMES) {
			noneOf(schema, "outbox", "messages in the outbox", left);
		}
		this.management.messages().forEach((queue, messages) -> {
			if (messages != 0 && !PARKED.contains(queue)) {
				left.add("the queue " + queue + " still has " + messages + " messages");
			}
		});
		for (String schema : List.of("mail", "web")) {
			noneOf(schema, "effect where state = 'STARTED'", "leases", left);
			noneOf(schema, "effect where state in ('WAITING', 'RETRYING')", "unfinished effects", left);
		}
		Map<String, Integer> now = this.management.connections();
		CONNECTIONS.forEach((user, most) -> {
			if (now.getOrDefault(user, 0) > most) {
				left.add("there are " + now + " connections to the broker, more than " + CONNECTIONS);
			}
		});
		int consumers = this.management.consumers().values().stream().mapToInt(Integer::intValue).sum();
		int channels = this.management.channels().values().stream().mapToInt(Integer::intValue).sum();
		int most = consumers + CACHED_CHANNELS * now.values().stream().mapToInt(Integer::intValue).sum();
		if (channels > most) {
			left.add("there are " + channels + " channels, which " + consumers + " consumers do not explain");
		}
		this.management.consumers().forEach((queue, count) -> {
			if (count == 0 && !PARKED.contains(queue)) {
				left.add("nobody listens to the queue " + queue);
			}
		});
		return left;
	}

	private void noneOf(String schema, String table, String what, List<String> left) throws SQLException {
		long count = this.schemas.number(schema, "select count(*) from " + table);
		if (count != 0) {
			left.add("the " + schema + "-service still has " + count + " " + what);
		}
	}

	/** How many messages nobody could read so far. */
	int parked() {
		return Awaitility.await("the number of parked messages").atMost(LONGEST).ignoreExceptions().until(() -> {
			int waiting = this.management.messages()
				.entrySet()
				.stream()
				.filter((queue) -> PARKED.contains(queue.getKey()))
				.mapToInt(Map.Entry::getValue)
				.sum();
			long kept = (this.schemas.number("task", PARKED_TABLE) == 0) ? 0
					: this.schemas.number("task", "select sum(count) from parked");
			return waiting + (int) kept;
		}, (parked) -> parked >= 0);
	}

}
