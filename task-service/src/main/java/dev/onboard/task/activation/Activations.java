package dev.onboard.task.activation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;

import dev.onboard.delivery.Timestamps;
import dev.onboard.events.ActivationReport;
import dev.onboard.events.Attempt;
import dev.onboard.task.person.PersonRows;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What became of the links by which people choose their passwords. Whoever changes it has
 * the person locked, see {@link PersonRows#lock}.
 */
@Component
public class Activations {

	private static final String TAKE = """
			insert into activation as a (person_id, issue, attempt, state, detail, at, expires_at)
			values (:person, :issue, :attempt, :state, :detail, :at, :expiresAt)
			on conflict (person_id) do update
			   set issue = excluded.issue, attempt = excluded.attempt, state = excluded.state, detail = excluded.detail,
			       at = excluded.at, expires_at = excluded.expires_at
			 where a.issue < excluded.issue
			    or a.issue = excluded.issue and a.state <> 'USED'
			       and (excluded.state = 'USED' or (a.attempt, a.at) < (excluded.attempt, excluded.at))
			""";

	private static final String NEXT = """
			update person set link_issue = link_issue + 1, links_by_mail = :byMail where id = :person
			returning link_issue
			""";

	private static final String MAILED = """
			select links_by_mail and not exists (select from activation a where a.person_id = p.id
			           and a.issue = p.link_issue and a.state = 'USED')
			  from person p where id = :person
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Activations(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Null before anything was heard. */
	public @Nullable ActivationPage of(UUID person) {
		return this.jdbc.sql("select * from activation where person_id = :person")
			.param("person", person)
			.query(Activations::read)
			.optional()
			.map((page) -> page.asOf(this.clock.instant()))
			.orElse(null);
	}

	private static ActivationPage read(ResultSet row, int index) throws SQLException {
		return new ActivationPage(ActivationState.valueOf(row.getString("state")), row.getString("detail"),
				Timestamps.required(row, "at"), Timestamps.optional(row, "expires_at"));
	}

	/**
	 * Takes over a report, unless it is about an older link, or said before what we know.
	 * @return whether it was news
	 */
	boolean take(ActivationReport report) {
		return this.jdbc.sql(TAKE)
			.param("person", report.person().id())
			.param("issue", report.attempt().generation())
			.param("attempt", report.attempt().number())
			.param("state", ActivationState.after(report.state()).name())
			.param("detail", report.detail())
			.param("at", Timestamps.utc(report.at()))
			.param("expiresAt", Timestamps.utc(report.expiresAt()))
			.update() == 1;
	}

	/**
	 * The next link of a person; the first one is mailed without being asked for.
	 * @param byMail whether the person's links go by mail from now on
	 */
	public Attempt nextIssue(UUID person, boolean byMail) {
		int issue = this.jdbc.sql(NEXT).param("person", person).param("byMail", byMail).query(Integer.class).single();
		return new Attempt(issue, 1);
	}

	/** Whether the last link was, or is to be, mailed, and was not used. */
	boolean areMailed(UUID person) {
		return this.jdbc.sql(MAILED).param("person", person).query(Boolean.class).single();
	}

	/** Whether anything was heard of this link or of a later one. */
	public boolean heardOf(UUID person, int issue) {
		return this.jdbc.sql("select exists (select from activation where person_id = :person and issue >= :issue)")
			.param("person", person)
			.param("issue", issue)
			.query(Boolean.class)
			.single();
	}

}
