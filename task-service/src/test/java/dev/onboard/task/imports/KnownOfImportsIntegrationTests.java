package dev.onboard.task.imports;

import java.util.List;
import java.util.UUID;

import dev.onboard.task.Api;
import dev.onboard.task.Somebody;
import dev.onboard.task.TaskServiceTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What stands in files about people goes again. */
@TaskServiceTest
class KnownOfImportsIntegrationTests {

	private final String token = Somebody.token();

	private final Api api;

	private final Uploads uploads;

	private final KnownOfImports known;

	private final ImportWorker worker;

	private final JdbcClient jdbc;

	KnownOfImportsIntegrationTests(@Autowired Api api, @Autowired KnownOfImports known, @Autowired ImportWorker worker,
			@Autowired JdbcClient jdbc) {
		this.worker = worker;
		this.api = api;
		this.uploads = new Uploads(api);
		this.known = known;
		this.jdbc = jdbc;
	}

	@Test
	void withAPersonGoTheirRowsInAllImports() {
		String row = "alice." + this.token + ",Alice" + this.token + ",Ivanova,,,";
		UUID waiting = this.uploads.rows(row, "other." + this.token + ",O,O,,,").id();
		UUID finished = this.uploads.rows(row).id();
		this.uploads.finish(finished);
		this.uploads.rows("alice." + this.token + ",Alise" + this.token + ",Ivanova,,,").expect(201);
		String user = this.uploads.row(finished, 2).get("user").stringValue();
		this.jdbc.sql("update step set state = 'SKIPPED' where person_id = :id::uuid").param("id", user).update();
		this.api.sendJson("DELETE", "/users/" + user, "{\"reason\":\"asked for it\"}").expect(202);
		assertThat(this.jdbc.sql("select r::text from import_row r").query(String.class).list())
			.noneMatch((text) -> text.contains("Alice" + this.token) || text.contains("Alise" + this.token)
					|| text.contains(user));
		assertThat(Uploads.counts(this.uploads.finish(waiting))).as("nobody comes back").containsExactly(1, 0, 1, 0, 0);
		assertThat(Uploads.counts(this.uploads.page(finished))).containsExactly(0, 0, 0, 0, 0);
	}

	@Test
	void oldImportsGoButNoneThatRuns() {
		UUID checked = imported("a", "created_at");
		UUID cancelled = imported("b", "created_at");
		this.api.send("POST", "/imports/" + cancelled + "/cancel", "").expect(200);
		UUID finished = imported("c", "created_at");
		this.uploads.finish(finished);
		age(finished, "ended_at");
		UUID running = imported("d", "created_at");
		this.worker.stop();
		try {
			this.uploads.start(running).expect(202);
			this.known.forgetOld();
		}
		finally {
			this.worker.start();
		}
		this.api.get("/imports/" + checked).problem(404);
		this.api.get("/imports/" + finished).problem(404);
		this.api.get("/imports/" + cancelled).expect(200);
		this.api.get("/imports/" + running).expect(200);
		assertThat(this.jdbc.sql("select count(*) from import_row where import_id in (:ids)")
			.param("ids", List.of(checked, finished))
			.query(Integer.class)
			.single()).isZero();
	}

	private UUID imported(String login, String column) {
		UUID id = this.uploads.rows(login + "." + this.token + ",A,A,,,").id();
		age(id, column);
		return id;
	}

	private void age(UUID id, String column) {
		this.jdbc.sql("update import set " + column + " = now() - interval '31 days' where id = :id")
			.param("id", id)
			.update();
	}

}
