package dev.onboard.bench.bare;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

import dev.onboard.bench.wire.Door;
import dev.onboard.bench.wire.HttpHost;
import dev.onboard.bench.wire.HttpHost.Answer;
import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import dev.onboard.events.PersonEvent;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.UserCreate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Accepts people over HTTP, and writes down what is reported of them. */
final class TaskHop {

	private static final String PERSON = """
			insert into bare_person (id, login, address, first_name, last_name, contact_email, language)
			values (?, ?, ?, ?, ?, ?, 'en')
			""";

	private static final String STEPS = """
			insert into bare_step (person_id, system) values (?, 'MAIL'), (?, 'REDMINE'), (?, 'SLACK')
			""";

	private static final String HISTORY = """
			insert into bare_history (person_id, at, system, what, text) values (?, ?, ?, ?, ?)
			""";

	private static final String STEP = """
			update bare_step set state = ?, attempts = 1, detail = ?, updated_at = now(), heard_at = now(), passed = true
			 where person_id = ? and system = ?
			""";

	private static final String SETTLE = """
			update bare_person
			   set updated_at = now(), state = (select case when bool_and(s.state in ('DONE', 'SKIPPED')) then 'READY'
			                                                else 'IN_PROGRESS' end
			                                      from bare_step s where s.person_id = ?)
			 where id = ?
			""";

	private final Hop hop;

	/** Those that no client has in use, for clients come and go. */
	private final Queue<Connection> databases = new ConcurrentLinkedQueue<>();

	private TaskHop(Hop hop) {
		this.hop = hop;
	}

	static void start(Surroundings surroundings) throws Exception {
		TaskHop task = new TaskHop(new Hop(surroundings, "login", "person", "step", "history"));
		task.hop.listen("task.events", (database) -> (event) -> follow(database, event));
		new Door(surroundings.port(), new HttpHost((method, path, body) -> task.accept(body)));
	}

	private Answer accept(byte[] body) throws IOException {
		JsonNode request = JsonMapper.shared().readTree(body);
		String login = request.required("login").asString();
		UUID id = UUID.randomUUID();
		Person person = new Person(id, login, login + "@example.com", request.required("firstName").asString(),
				request.required("lastName").asString(), request.path("contactEmail").asStringOpt().orElse(null), null,
				"en");
		try {
			Connection idle = this.databases.poll();
			Connection database = (idle != null) ? idle : this.hop.surroundings().database();
			Sql.atOnce(database, () -> {
				Sql.run(database, "insert into bare_login (login, person_id) values (?, ?)", login, id);
				Sql.run(database, PERSON, id, login, person.address(), person.firstName(), person.lastName(),
						person.contactEmail());
				Sql.run(database, STEPS, id, id, id);
				Sql.run(database, HISTORY, id, java.time.OffsetDateTime.now(ZoneOffset.UTC), null, "accepted",
						person.address());
				this.hop.outbox().add(database, new UserCreate(person, Attempt.FIRST));
			});
			this.databases.add(database);
		}
		catch (SQLException ex) {
			throw new IOException(ex);
		}
		this.hop.outbox().wakeUp();
		return new Answer(202, JsonMapper.shared().writeValueAsString(person));
	}

	private static void follow(Connection database, PersonEvent event) throws SQLException {
		StepReport report = (StepReport) event;
		UUID id = report.person().id();
		Sql.atOnce(database, () -> {
			// Two reports about one person must not each miss the other's step.
			Sql.run(database, "update bare_person set updated_at = now() where id = ?", id);
			Sql.run(database, STEP, (report.result() == StepResult.ADDED) ? "DONE" : "SKIPPED", report.detail(), id,
					report.system().name());
			Sql.run(database, HISTORY, id, report.at().atOffset(ZoneOffset.UTC), report.system().name(),
					report.result().wireName(), report.detail());
			Sql.run(database, SETTLE, id, id);
		});
	}

}
