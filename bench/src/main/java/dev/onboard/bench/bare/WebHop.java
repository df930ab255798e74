package dev.onboard.bench.bare;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.onboard.bench.wire.HttpLine;
import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import dev.onboard.events.PersonEvent;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.TargetSystem;
import tools.jackson.databind.json.JsonMapper;

/**
 * The post in Slack, and Redmine left out, by the same calls and rows as in the
 * web-service.
 */
final class WebHop {

	private static final String PROGRESS = """
			insert into bare_progress (person_id, system, result, generation, attempt) values (?, ?, ?, 1, 1)
			""";

	private final Connection database;

	private final Outbox outbox;

	private final HttpLine slack;

	private final String webhook;

	private WebHop(Hop hop, Connection database) {
		this.database = database;
		this.outbox = hop.outbox();
		this.slack = new HttpLine(hop.surroundings().slackPort(), "");
		this.webhook = hop.surroundings().webhook();
	}

	static void start(Surroundings surroundings) throws Exception {
		Hop hop = new Hop(surroundings, "effect", "progress");
		hop.listen("web.redmine", (database) -> new WebHop(hop, database)::leaveOut);
		hop.listen("web.slack", (database) -> new WebHop(hop, database)::announce);
	}

	private void leaveOut(PersonEvent event) throws SQLException {
		Ledger ledger = new Ledger(this.database, event.person().id());
		ledger.claim("redmine-account");
		end(ledger, "redmine-account", event.person(), TargetSystem.REDMINE, StepResult.SKIPPED,
				"no Redmine is configured; set REDMINE_URL and REDMINE_API_KEY");
	}

	private void announce(PersonEvent event) throws Exception {
		StepReport report = (StepReport) event;
		Person person = report.person();
		Sql.run(this.database, PROGRESS, person.id(), report.system().name(), report.result().name());
		if (report.system() != TargetSystem.MAIL) {
			return;
		}
		Ledger ledger = new Ledger(this.database, person.id());
		ledger.claim("slack-post");
		post(person);
		ledger.passOn("slack-post", "posted to Slack", "slack-card");
		end(ledger, "slack-card", person, TargetSystem.SLACK, StepResult.ADDED, "posted to Slack");
	}

	private void post(Person person) throws IOException {
		byte[] message = JsonMapper.shared()
			.writeValueAsBytes(Map.of("text", ":wave: Welcome *" + person.fullName() + "*! Mail: " + person.address(),
					"unfurl_links", false, "unfurl_media", false));
		int status = this.slack.send("POST", this.webhook, message);
		if (status != 200) {
			throw new IOException("Slack answered " + status);
		}
	}

	private void end(Ledger ledger, String effect, Person person, TargetSystem system, StepResult result, String detail)
			throws SQLException {
		Sql.atOnce(this.database, () -> {
			ledger.end(effect, result.name(), detail);
			this.outbox.add(this.database,
					new StepReport(system, result, person, Attempt.FIRST, detail, Instant.now(), null, List.of()));
		});
		this.outbox.wakeUp();
	}

}
