package dev.onboard.task.watchdog;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import dev.onboard.events.TargetSystem;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Steps that should have been heard of. Not those that come later, nor, as far as that is
 * known, those that stand in a queue, for however long it lasts where the target is
 * paused. Once the queue of a paused target has lost them, nobody is left to try whether
 * it works again. Time is the database's.
 */
@Component
class SilentSteps {

	/** With each saying the next is due twice as late, up to that. */
	private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

	private static final String SILENT = """
			  from step s
			  join step m on m.person_id = s.person_id and m.system = 'MAIL'
			  left join reported_target t on t.system = s.system
			 where s.state in ('PENDING', 'RETRYING')
			   and (s.system = 'MAIL' or m.state in ('DONE', 'SKIPPED'))
			   and (t.paused and t.waiting > 0) is not true
			   and (t.waiting > 0 and t.at > now() - :silence * interval '1 ms') is not true
			   and greatest(s.heard_at, s.next_attempt_at, s.said_again_at, t.since,
			                case when s.system <> 'MAIL' then m.heard_at end)
			       + greatest(:silence, least(:silence * power(2, least(s.said_again, 20)), :longest)) * interval '1 ms'
			       <= now()
			""";

	private static final String LOCK = "select p.id, p.number from person p where p.number > :after and p.state <> 'READY'"
			+ " and exists (select 1" + SILENT + " and s.person_id = p.id)"
			+ " order by p.number limit :most for update of p skip locked";

	private static final String OF = """
			select s.person_id, s.system,
			       extract(epoch from now() - greatest(s.heard_at, case when s.system <> 'MAIL' then m.heard_at end))
			         as seconds
			""" + SILENT + " and s.person_id in (:people) order by s.person_id, s.system";

	private static final String SAID = """
			update step set said_again = said_again + 1, said_again_at = now()
			 where person_id = :person and system = :system
			""";

	private final JdbcClient jdbc;

	private final Duration silence;

	SilentSteps(JdbcClient jdbc, WatchdogSettings settings) {
		this.jdbc = jdbc;
		this.silence = settings.silence();
	}

	/** Somebody who has such steps, and their place in the order of all. */
	record Waiting(UUID id, long number) {
	}

	/**
	 * People who have such steps and whom nobody changes at the moment, in their order,
	 * beginning behind {@code after}. Until the caller's transaction ends nobody will.
	 */
	List<Waiting> lockPeople(long after, int most) {
		return ask(LOCK).param("after", after)
			.param("most", most)
			.query((row, index) -> new Waiting(row.getObject("id", UUID.class), row.getLong("number")))
			.list();
	}

	/** Asked again once they are locked: another replica may just have said it. */
	List<SilentStep> of(Collection<UUID> people) {
		return people.isEmpty() ? List.of()
				: ask(OF).param("people", people)
					.query((row, index) -> new SilentStep(row.getObject("person_id", UUID.class),
							TargetSystem.valueOf(row.getString("system")), Duration.ofSeconds(row.getLong("seconds"))))
					.list();
	}

	void said(SilentStep step) {
		this.jdbc.sql(SAID).param("person", step.person()).param("system", step.system().name()).update();
	}

	private JdbcClient.StatementSpec ask(String sql) {
		return this.jdbc.sql(sql).param("silence", this.silence.toMillis()).param("longest", LONGEST_PAUSE.toMillis());
	}

}
