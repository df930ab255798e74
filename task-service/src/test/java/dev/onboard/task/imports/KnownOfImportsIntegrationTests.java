package dev.onboard.task.imports;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import dev.onboard.task.Api;
import dev.onboard.task.NewPerson;
import dev.onboard.task.Somebody;
import dev.onboard.task.TaskServiceTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

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

	private final TransactionTemplate transaction;

	KnownOfImportsIntegrationTests(@Autowired Api api, @Autowired KnownOfImports known, @Autowired ImportWorker worker,
			@Autowired JdbcClient jdbc, @Autowired TransactionTemplate transaction) {
		this.transaction = transaction;
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
		erase(user);
		assertThat(this.jdbc.sql("select r::text from import_row r").query(String.class).list())
			.noneMatch((text) -> text.contains("Alice" + this.token) || text.contains("Alise" + this.token)
					|| text.contains(user));
		assertThat(Uploads.counts(this.uploads.finish(waiting))).as("nobody comes back").containsExactly(1, 0, 1, 0, 0);
		assertThat(Uploads.counts(this.uploads.page(finished))).containsExactly(0, 0, 0, 0, 0);
	}

	@Test
	void rowsOfSomebodyWhoCameAgainWithAnotherLoginGoWithThem() {
		String alice = ",Alice" + this.token + ",Ivanova,";
		UUID id = this.uploads
			.rows("ALICE." + this.token + ",Al,Iv,al@home.example,,", "no login" + alice + "alice@home.example,,",
					"nor this" + alice + "other@home.example,,", "again." + this.token + alice + "alice@home.example,,",
					"namesake." + this.token + alice + ",,")
			.id();
		erase(this.api
			.accepted(new NewPerson("alice." + this.token, "Alice" + this.token, "Ivanova", "alice@home.example", null,
					null))
			.id()
			.toString());
		assertThat(this.uploads.rows(id).stream().map((row) -> row.get("login").stringValue()))
			.containsExactly("nor this", "namesake." + this.token);
		assertThat(Uploads.counts(this.uploads.page(id))).containsExactly(2, 1, 0, 0, 1);
		erase(this.api.accepted(new NewPerson("third." + this.token, "Alice" + this.token, "Ivanova", null, null, null))
			.id()
			.toString());
		assertThat(Uploads.counts(this.uploads.page(id))).as("a namesake still waits").containsExactly(2, 1, 0, 0, 1);
		assertThat(Uploads.miscounted(this.jdbc)).isEmpty();
	}

	private void erase(String user) {
		this.jdbc.sql("update step set state = 'SKIPPED' where person_id = :id::uuid").param("id", user).update();
		this.api.sendJson("DELETE", "/users/" + user, "{\"reason\":\"asked for it\"}").expect(202);
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

	/**
	 * With thousands of rows in each, all at once would take too long for a statement.
	 */
	@Test
	void oldImportsGoOneByOne() {
		UUID first = imported("a", "created_at");
		UUID second = imported("b", "created_at");
		CompletableFuture<Void> forgetting = Objects.requireNonNull(this.transaction.execute((tx) -> {
			this.jdbc.sql("select 1 from import_row where import_id = :id for update")
				.param("id", second)
				.query(Integer.class)
				.single();
			CompletableFuture<Void> started = CompletableFuture.runAsync(this.known::forgetOld);
			Awaitility.await().until(() -> this.api.get("/imports/" + first).status() == 404);
			this.api.get("/imports/" + second).expect(200);
			return started;
		}));
		forgetting.join();
		this.api.get("/imports/" + second).problem(404);
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
