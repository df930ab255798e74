package dev.onboard.task;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import dev.onboard.events.StepReport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps each person's page true to what the services report, in whatever order and
 * however often the reports come: DONE is final, and an older attempt says nothing new.
 */
@Component
public class FollowingSteps {

	private static final Logger log = LoggerFactory.getLogger(FollowingSteps.class);

	private static final String STEP = """
			update step
			   set state = :state, generation = :generation, attempts = :attempt, detail = :detail,
			       next_attempt_at = :next, updated_at = :at
			 where person_id = :person and system = :system and state <> 'DONE'
			   and (:state = 'DONE' or (generation, attempts) <= (:generation, :attempt))
			""";

	private static final String PERSON = """
			update person
			   set updated_at = now(),
			       state = (select case when bool_or(s.state = 'FAILED') then 'NEEDS_ATTENTION'
			                            when bool_and(s.state in ('DONE', 'SKIPPED')) then 'READY'
			                            else 'IN_PROGRESS' end
			                  from step s where s.person_id = :person)
			 where id = :person
			""";

	private final JdbcClient jdbc;

	FollowingSteps(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Takes over what a report says, if it is news.
	 * @throws UnknownPersonException if the report is about nobody we know
	 */
	@Transactional
	public void follow(StepReport report) {
		lock(report);
		int changed = this.jdbc.sql(STEP)
			.param("person", report.person().id())
			.param("system", report.system().name())
			.param("state", StepState.after(report.result()).name())
			.param("generation", report.attempt().generation())
			.param("attempt", report.attempt().number())
			.param("detail", report.detail())
			.param("next", utc(report.nextAttemptAt()))
			.param("at", utc(report.at()))
			.update();
		if (changed == 0) {
			log.debug("Nothing new in {} of {}", report.type(), report.attempt());
			return;
		}
		this.jdbc.sql(PERSON).param("person", report.person().id()).update();
	}

	/** Two reports about one person must not each miss the other's step. */
	private void lock(StepReport report) {
		boolean known = this.jdbc.sql("select 1 from person where id = :id for update")
			.param("id", report.person().id())
			.query(Integer.class)
			.optional()
			.isPresent();
		if (!known) {
			throw new UnknownPersonException(report.person().id());
		}
	}

	private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

}
