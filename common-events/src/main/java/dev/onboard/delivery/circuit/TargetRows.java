package dev.onboard.delivery.circuit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.onboard.delivery.Timestamps;
import dev.onboard.events.TargetReport;
import dev.onboard.events.TargetSystem;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code target}; each change is one statement that decides and does. */
class TargetRows {

	private static final String BEGIN = """
			insert into target (system) values (:system)
			on conflict (system) do update set probe_at = greatest(now(), target.until), probes = 0
			 where target.paused
			""";

	private static final String SUCCEEDED = """
			update target set last_success_at = now(), troubled = '{}', news = true
			 where system = :system and not paused
			   and (troubled <> '{}' or last_success_at is null or last_success_at < now() - interval '1 s')
			""";

	private static final String TROUBLED = """
			update target set troubled = case when :person = any(troubled) then troubled else troubled || :person end
			 where system = :system and not paused returning cardinality(troubled)
			""";

	private static final String PAUSE = """
			update target set paused = true, reason = :reason, since = now(), probes = 0, troubled = '{}',
			       probe_at = now() + :millis * interval '1 ms',
			       until = case when :asked then now() + :millis * interval '1 ms' end
			 where system = :system and not paused
			""";

	/** What it asked for is over, and it fails all the same. */
	private static final String STILL_TROUBLED = """
			update target set reason = :reason, until = null, news = true
			 where system = :system and paused and until <= now()
			""";

	/** Another reason is news; a target that asks to wait longer is probed later. */
	private static final String PAUSE_AGAIN = """
			update target set reason = :reason, news = news or reason <> :reason,
			       probe_at = greatest(probe_at, now() + :millis * interval '1 ms'),
			       until = case when :asked then greatest(until, now() + :millis * interval '1 ms') end
			 where system = :system and paused
			""";

	private static final String RESUME = """
			update target set paused = false, since = now(), until = null, probe_at = null, probes = 0, troubled = '{}',
			       last_success_at = case when :succeeded then now() else last_success_at end
			 where system = :system and paused
			""";

	private static final String TAKE_PROBE = """
			update target set probes = probes + 1,
			       probe_at = now() + (:delays::bigint[])[least(probes + 2, cardinality(:delays::bigint[]))] * interval '1 ms'
			 where system = :system and paused and probe_at <= now()
			""";

	private static final String UNTIL_PROBE = """
			select extract(epoch from greatest(probe_at - now(), interval '0')) from target
			 where system = :system and paused
			""";

	private static final String COUNT = """
			update target set waiting = :waiting, consumers = :consumers, news = false, said_at = now()
			 where system = :system and said_at < now() - interval '2 s'
			   and (news or waiting <> :waiting or consumers <> :consumers)
			""";

	private final JdbcClient jdbc;

	TargetRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void begin(TargetSystem system) {
		on(BEGIN, system).update();
	}

	void succeeded(TargetSystem system) {
		on(SUCCEEDED, system).update();
	}

	/** How many different people had no success since anybody had; empty while paused. */
	Optional<Integer> troubled(TargetSystem system, UUID person) {
		return on(TROUBLED, system).param("person", person).query(Integer.class).optional();
	}

	void stillTroubled(TargetSystem system, String reason) {
		on(STILL_TROUBLED, system).param("reason", reason).update();
	}

	/**
	 * Returns whether it was not paused before.
	 * @param asked whether the target itself asked us to wait that long
	 */
	boolean pause(TargetSystem system, String reason, Duration untilProbe, boolean asked) {
		boolean news = pause(PAUSE, system, reason, untilProbe, asked);
		if (!news) {
			pause(PAUSE_AGAIN, system, reason, untilProbe, asked);
		}
		return news;
	}

	private boolean pause(String sql, TargetSystem system, String reason, Duration untilProbe, boolean asked) {
		return on(sql, system).param("reason", reason)
			.param("millis", untilProbe.toMillis())
			.param("asked", asked)
			.update() == 1;
	}

	/**
	 * Returns whether it was paused before.
	 * @param succeeded whether it has just done what was asked
	 */
	boolean resume(TargetSystem system, boolean succeeded) {
		return on(RESUME, system).param("succeeded", succeeded).update() == 1;
	}

	/**
	 * Returns whether a probe is due and nobody else has taken it.
	 * @param delays before the first, second, … probe; the last one repeats
	 */
	boolean takeProbe(TargetSystem system, List<Duration> delays) {
		Long[] millis = delays.stream().map(Duration::toMillis).toArray(Long[]::new);
		return on(TAKE_PROBE, system).param("delays", millis).update() == 1;
	}

	/** How long until a probe is due; zero for none. */
	Duration untilProbe(TargetSystem system) {
		return on(UNTIL_PROBE, system).query(Double.class)
			.optional()
			.map((seconds) -> Duration.ofMillis((long) (seconds * 1000)))
			.orElse(Duration.ZERO);
	}

	/** Returns whether that, or something else, is news that nobody has said. */
	boolean count(TargetSystem system, int waiting, int consumers) {
		return on(COUNT, system).param("waiting", waiting).param("consumers", consumers).update() == 1;
	}

	boolean paused(TargetSystem system) {
		return on("select paused from target where system = :system", system).query(Boolean.class)
			.optional()
			.orElse(false);
	}

	TargetReport report(TargetSystem system, TargetReport.News news) {
		return on("select *, clock_timestamp() as at from target where system = :system", system)
			.query((row, number) -> report(system, news, row))
			.single();
	}

	private static TargetReport report(TargetSystem system, TargetReport.News news, ResultSet row) throws SQLException {
		return new TargetReport(system, news, row.getBoolean("paused"), row.getString("reason"),
				Timestamps.optional(row, "since"), Timestamps.optional(row, "until"), row.getInt("waiting"),
				row.getInt("consumers"), Timestamps.optional(row, "last_success_at"), Timestamps.required(row, "at"));
	}

	private JdbcClient.StatementSpec on(String sql, TargetSystem system) {
		return this.jdbc.sql(sql).param("system", system.name());
	}

}
