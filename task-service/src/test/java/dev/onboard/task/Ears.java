package dev.onboard.task;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import dev.onboard.events.Event;
import dev.onboard.events.PersonEvent;
import dev.onboard.testing.Wire;
import org.awaitility.Awaitility;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Hears what the task-service says to the others, in their stead. */
public final class Ears implements AutoCloseable {

	private final JdbcClient jdbc;

	private final Wire mail = new Wire("mail");

	private final Wire web = new Wire("web");

	public Ears(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * All that was said about this person since the last time, to the mail-service first.
	 */
	public List<Event> hear(UUID person) {
		return hear(person.toString());
	}

	/** All with one of these correlation ids. */
	public List<Event> hear(String... about) {
		Awaitility.await("all about " + List.of(about) + " is said")
			.until(() -> this.jdbc.sql("select count(*) from outbox where correlation_id in (:about)")
				.param("about", List.of(about))
				.query(Integer.class)
				.single() == 0);
		return Stream.of("mail.create", "mail.control", "web.control")
			.flatMap((queue) -> (queue.startsWith("mail") ? this.mail : this.web).drain(queue).stream())
			.filter((message) -> Arrays.asList(about).contains(message.getProps().getCorrelationId()))
			.map(Wire::read)
			.sorted(Comparator.comparing(Ears::generation).thenComparing(Event::type))
			.toList();
	}

	private static int generation(Event event) {
		return (event instanceof PersonEvent said) ? said.attempt().generation() : 0;
	}

	@Override
	public void close() {
		this.mail.close();
		this.web.close();
	}

}
