package dev.onboard.task.parked;

import java.util.List;
import java.util.UUID;

import dev.onboard.delivery.Timestamps;
import dev.onboard.task.actor.Actor;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What happened to each parked message, and why. Whoever changes what is parked adds a
 * line here; that is how open pages learn of it.
 */
@Component
class ParkedHistory {

	private static final String ADD = """
			insert into parked_history (parked_id, what, text, done_by, parking)
			values (:id, :what, :text, :by, :parking)
			on conflict (parked_id, parking) do nothing
			""";

	private static final String LATEST = """
			select at, what, text, done_by from
			  (select * from parked_history where parked_id = :id order by id desc limit 200) as latest
			 order by id
			""";

	private final JdbcClient jdbc;

	private final Actor actor;

	private final ApplicationEventPublisher announcements;

	ParkedHistory(JdbcClient jdbc, Actor actor, ApplicationEventPublisher announcements) {
		this.jdbc = jdbc;
		this.actor = actor;
		this.announcements = announcements;
	}

	/**
	 * Adds a line, and returns false if it was told of before.
	 * @param parking that is told of, null for none
	 */
	boolean add(UUID id, String what, String text, @Nullable UUID parking) {
		this.announcements.publishEvent(new ParkedChanged(id));
		return this.jdbc.sql(ADD)
			.param("id", id)
			.param("what", what)
			.param("text", text)
			.param("by", this.actor.name())
			.param("parking", parking)
			.update() == 1;
	}

	/** Oldest first, at most the latest 200. */
	List<ParkedLine> of(UUID id) {
		return this.jdbc.sql(LATEST)
			.param("id", id)
			.query((row, index) -> new ParkedLine(Timestamps.required(row, "at"), row.getString("what"),
					row.getString("text"), row.getString("done_by")))
			.list();
	}

}
