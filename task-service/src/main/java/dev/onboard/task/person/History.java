package dev.onboard.task.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.onboard.delivery.Timestamps;
import dev.onboard.events.TargetSystem;
import dev.onboard.task.actor.Actor;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What happened to each person: what was reported of them, and what was done by hand.
 * Whoever changes what a person's page shows adds a line here; that is how open pages
 * learn of it.
 */
@Component
public class History {

	static final String ADD = """
			insert into history (person_id, at, system, what, text, done_by)
			values (:person, :at, :system, :what, :text, :by)
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	private final Actor actor;

	private final ApplicationEventPublisher announcements;

	History(JdbcClient jdbc, Clock clock, Actor actor, ApplicationEventPublisher announcements) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.actor = actor;
		this.announcements = announcements;
	}

	/** Something that happens now, with the name of whoever asked for it. */
	public HistoryLine add(UUID person, @Nullable TargetSystem system, String what, String text) {
		// As exact as the column.
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		HistoryLine line = new HistoryLine(now, system, what, text, this.actor.name());
		add(person, line);
		return line;
	}

	public void add(UUID person, HistoryLine line) {
		this.jdbc.sql(ADD).params(values(person, line)).update();
		announce(person);
	}

	/** Of {@link #ADD}, for whoever has it in a statement of their own. */
	static Map<String, @Nullable Object> values(UUID person, HistoryLine line) {
		Map<String, @Nullable Object> values = new HashMap<>();
		values.put("person", person);
		values.put("at", Timestamps.utc(line.at()));
		values.put("system", (line.system() != null) ? line.system().name() : null);
		values.put("what", line.what());
		values.put("text", line.text());
		values.put("by", line.by());
		return values;
	}

	/** Lets open pages learn of it once it is committed. */
	void announce(UUID person) {
		this.announcements.publishEvent(new PageChanged(person));
	}

	/** Oldest first. */
	public List<HistoryLine> of(UUID person) {
		return this.jdbc.sql("select * from history where person_id = :person order by at, id")
			.param("person", person)
			.query(History::read)
			.list();
	}

	private static HistoryLine read(ResultSet row, int index) throws SQLException {
		String system = row.getString("system");
		Instant at = Timestamps.required(row, "at");
		return new HistoryLine(at, (system != null) ? TargetSystem.valueOf(system) : null, row.getString("what"),
				row.getString("text"), row.getString("done_by"));
	}

}
