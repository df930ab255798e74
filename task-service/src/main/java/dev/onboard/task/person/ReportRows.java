package dev.onboard.task.person;

import java.util.List;
import java.util.UUID;

import dev.onboard.delivery.Timestamps;
import dev.onboard.events.Choice;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a report changes on a person's page: the step, the history and the person's state.
 * These are three statements that the driver sends in one round trip, see ADR 21. The
 * person has to be locked, see {@link PersonRows#lock}.
 */
@Component
public class ReportRows {

	/** What was decided by hand goes on with a retry, and has its end with the others. */
	private static final String TAKE = """
			update step
			   set state = :state, generation = :generation, attempts = :attempt, detail = :detail,
			       next_attempt_at = :next, updated_at = :at, choices = :choices::jsonb,
			       passed = passed or :state in ('DONE', 'SKIPPED'),
			       heard_at = now(), said_again = 0, said_again_at = null,
			       decision = case when :state = 'RETRYING' and generation = :generation then decision end,
			       reason = case when :state = 'RETRYING' and generation = :generation then reason end
			 where person_id = :person and system = :system
			""";

	private static final String ALL = String.join(";", TAKE, History.ADD, PersonRows.SETTLE);

	private final JdbcClient jdbc;

	private final History history;

	ReportRows(JdbcClient jdbc, History history) {
		this.jdbc = jdbc;
		this.history = history;
	}

	public void take(StepReport report) {
		UUID person = report.person().id();
		List<Choice> choices = (report.result() == StepResult.FAILED) ? report.choices() : List.of();
		this.jdbc.sql(ALL)
			.params(History.values(person,
					HistoryLine.reported(report.at(), report.system(), report.result().wireName(), report.detail())))
			.param("state", StepState.after(report.result()).name())
			.param("generation", report.attempt().generation())
			.param("attempt", report.attempt().number())
			.param("detail", report.detail())
			.param("next", Timestamps.utc(report.nextAttemptAt()))
			.param("choices", JsonMapper.shared().writeValueAsString(choices))
			.update();
		this.history.announce(person);
	}

}
