package dev.onboard.task.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import dev.onboard.events.Attempt;
import dev.onboard.events.UserCreate;
import dev.onboard.task.Api;
import dev.onboard.task.Ears;
import dev.onboard.task.NewPerson;
import dev.onboard.task.Somebody;
import dev.onboard.task.TaskServiceTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@TaskServiceTest
class AcceptingRowsIntegrationTests {

	private final String token = Somebody.token();

	private final Api api;

	private final Uploads uploads;

	private final ImportTable imports;

	private final AcceptingRows accepting;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Ears ears;

	AcceptingRowsIntegrationTests(@Autowired Api api, @Autowired ImportTable imports,
			@Autowired AcceptingRows accepting, @Autowired JdbcClient jdbc,
			@Autowired TransactionTemplate transaction) {
		this.api = api;
		this.uploads = new Uploads(api);
		this.imports = imports;
		this.accepting = accepting;
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.ears = new Ears(jdbc);
	}

	@AfterEach
	void close() {
		this.ears.close();
		assertThat(Uploads.miscounted(this.jdbc)).isEmpty();
	}

	@Test
	void aPersonOfAnImportIsAsOneOfARequest() {
		NewPerson nora = new NewPerson("nora." + this.token, "Nora", "Neumann", "nora@home.example", "developer", "ru");
		NewPerson olga = new NewPerson("olga." + this.token, "Ольга", "Öz, \"O\"", null, null, null);
		UUID id = this.uploads
			.rows(nora.login() + ",Nora,Neumann,nora@home.example,developer,ru",
					olga.login() + ",Ольга,\"Öz, \"\"O\"\"\",,,")
			.id();
		JsonNode page = this.uploads.finish(id);
		assertThat(Uploads.counts(page)).containsExactly(2, 0, 2, 0, 0);
		assertThat(page.get("startedAt").isNull()).isFalse();
		assertThat(page.get("endedAt").isNull()).isFalse();
		List<UUID> users = this.uploads.rows(id)
			.stream()
			.map((row) -> UUID.fromString(row.get("user").stringValue()))
			.toList();
		assertThat(this.ears.hear(users.get(0).toString(), users.get(1).toString())).containsExactlyInAnyOrder(
				new UserCreate(Somebody.known(users.get(0), nora), Attempt.FIRST),
				new UserCreate(Somebody.known(users.get(1), olga), Attempt.FIRST));
		UUID other = this.api
			.accepted(new NewPerson("other." + this.token, "Nora", "Neumann", "nora@home.example", "developer", "ru"))
			.id();
		assertThat(comparable(users.get(0), nora.login())).isEqualTo(comparable(other, "other." + this.token));
	}

	private String comparable(UUID id, String login) {
		return this.api.page(id)
			.toString()
			.replace(id.toString(), "ID")
			.replace(login, "LOGIN")
			.replaceAll("\\d{4}-\\d\\d-\\d\\dT[^\"]*", "TIME");
	}

	@Test
	void aRefusedRowStopsNoOtherAndTheSameFileAgainCreatesNobody() {
		List<String> rows = new ArrayList<>(List.of("Nobody,No,Body,,,", "x." + this.token + ",X,,,,"));
		IntStream.range(0, 50).forEach((index) -> rows.add("p" + index + "." + this.token + ",P,Q,,,"));
		String[] file = rows.toArray(String[]::new);
		assertThat(Uploads.counts(this.uploads.finish(this.uploads.rows(file).id()))).containsExactly(52, 0, 50, 0, 2);
		assertThat(people()).isEqualTo(50);
		JsonNode again = this.uploads.rows(file).expect(201).json();
		assertThat(Uploads.counts(again)).containsExactly(52, 0, 0, 50, 2);
		this.uploads.finish(UUID.fromString(again.get("id").stringValue()));
		assertThat(people()).isEqualTo(50);
	}

	@Test
	void theSameFileUploadedTwiceAndStartedTwiceCreatesEverybodyOnce() {
		String[] file = IntStream.range(0, 60)
			.mapToObj((index) -> "p" + index + "." + this.token + ",P,Q,,,")
			.toArray(String[]::new);
		UUID first = this.uploads.rows(file).id();
		UUID second = this.uploads.rows(file).id();
		this.uploads.start(first).expect(202);
		this.uploads.start(second).expect(202);
		this.uploads.start(first).expect(202);
		JsonNode one = this.uploads.awaitFinished(first);
		JsonNode two = this.uploads.awaitFinished(second);
		assertThat(one.at("/counts/created").intValue() + two.at("/counts/created").intValue()).isEqualTo(60);
		assertThat(one.at("/counts/alreadyThere").intValue() + two.at("/counts/alreadyThere").intValue()).isEqualTo(60);
		assertThat(people()).isEqualTo(60);
	}

	@Test
	void whoCameAfterTheCheckIsSeenWhenTheTurnComes() {
		UUID id = this.uploads
			.rows("same." + this.token + ",S,S,,,", "other." + this.token + ",O,O,,,", "new." + this.token + ",N,N,,,")
			.id();
		UUID same = this.api.accepted(new NewPerson("same." + this.token, "S", "S", null, null, null)).id();
		UUID other = this.api.accepted(new NewPerson("other." + this.token, "O", "P", null, null, null)).id();
		assertThat(Uploads.counts(this.uploads.finish(id))).containsExactly(3, 0, 1, 1, 1);
		assertThat(this.uploads.row(id, 2).get("user").stringValue()).isEqualTo(same.toString());
		assertThat(this.uploads.row(id, 3).get("reason").stringValue()).contains("taken by /users/" + other);
	}

	@Test
	void whatIsKilledBetweenARowAndTheNextWasDoneWhollyOrNotAtAll() {
		UUID id = this.uploads.rows("killed." + this.token + ",K,K,,,").id();
		this.transaction.executeWithoutResult((tx) -> {
			// Nobody else sees that it runs.
			this.imports.start(id, null);
			this.accepting.accept(id, 2);
			assertThat(people()).isEqualTo(1);
			tx.setRollbackOnly();
		});
		assertThat(people()).isZero();
		assertThat(this.uploads.row(id, 2).get("state").stringValue()).isEqualTo("TO_CREATE");
		assertThat(Uploads.counts(this.uploads.finish(id))).containsExactly(1, 0, 1, 0, 0);
		assertThat(people()).isEqualTo(1);
	}

	@Test
	void aConnectionThatDiesInTheMiddleOfARowLosesAndDoublesNobody() {
		String[] file = IntStream.range(0, 150)
			.mapToObj((index) -> "p" + index + "." + this.token + ",P,Q,,,")
			.toArray(String[]::new);
		UUID id = this.uploads.rows(file).id();
		this.transaction.executeWithoutResult((tx) -> {
			// Whoever adds somebody with this address waits to see what becomes of this.
			this.jdbc.sql("""
					insert into person (id, login, address, first_name, last_name)
					values (gen_random_uuid(), :login, :address, 'H', 'H')
					""")
				.param("login", "holder." + this.token)
				.param("address", "p70." + this.token + "@example.com")
				.update();
			this.uploads.start(id).expect(202);
			for (int kills = 0; kills < 3; kills++) {
				Awaitility.await("a row that waits").until(() -> killWhoAddsSomebody() == 1);
			}
			assertThat(this.uploads.page(id).at("/counts/created").intValue()).isBetween(70, 149);
			tx.setRollbackOnly();
		});
		assertThat(Uploads.counts(this.uploads.awaitFinished(id))).containsExactly(150, 0, 150, 0, 0);
		assertThat(people()).isEqualTo(150);
		String[] users = this.uploads.rows(id)
			.stream()
			.map((row) -> row.get("user").stringValue())
			.toArray(String[]::new);
		assertThat(this.ears.hear(users)).as("one order for each").hasSize(150);
	}

	private int killWhoAddsSomebody() {
		return this.jdbc.sql("""
				select count(pg_terminate_backend(pid)) from pg_stat_activity
				 where usename = current_user and wait_event_type = 'Lock' and query ilike '%insert into person%'
				   and pid <> pg_backend_pid()
				""").query(Integer.class).single();
	}

	@Test
	void theHistoryOfAPersonSaysWhoStartedTheImport() {
		UUID id = this.uploads.rows("a." + this.token + ",A,A,,,").id();
		this.uploads.start(id).expect(202);
		this.uploads.awaitFinished(id);
		assertThat(this.jdbc
			.sql("select distinct done_by from history h join person p on p.id = h.person_id where p.login = :login")
			.param("login", "a." + this.token)
			.query(String.class)
			.list()).containsExactly("ONBOARD_ADMIN_TOKEN");
	}

	@Test
	void replicasShareAnImport() {
		String[] file = IntStream.range(0, 100)
			.mapToObj((index) -> "p" + index + "." + this.token + ",P,Q,,,")
			.toArray(String[]::new);
		UUID id = this.uploads.rows(file).id();
		this.uploads.start(id).expect(202);
		IntStream.range(0, 3).parallel().forEach((replica) -> {
			while (this.accepting.acceptSome(id, 7)) {
				Thread.onSpinWait();
			}
		});
		assertThat(Uploads.counts(this.uploads.awaitFinished(id))).containsExactly(100, 0, 100, 0, 0);
		assertThat(people()).isEqualTo(100);
	}

	@Test
	void aRowThatAnotherReplicaHasInHandKeepsNoOtherBackAndIsTakenOverWhenThatDies() {
		UUID id = this.uploads
			.rows("held." + this.token + ",H,H,,,", "b." + this.token + ",B,B,,,", "c." + this.token + ",C,C,,,")
			.id();
		this.transaction.executeWithoutResult((tx) -> {
			this.jdbc.sql("select 1 from import_row where import_id = :id and line = 2 for update")
				.param("id", id)
				.query(Integer.class)
				.single();
			this.uploads.start(id).expect(202);
			Awaitility.await().until(() -> Uploads.counts(this.uploads.page(id)), List.of(3, 1, 2, 0, 0)::equals);
			assertThat(this.uploads.page(id).get("state").stringValue()).isEqualTo("RUNNING");
			tx.setRollbackOnly();
		});
		assertThat(Uploads.counts(this.uploads.awaitFinished(id))).containsExactly(3, 0, 3, 0, 0);
	}

	@Test
	void afterACancellationNobodyIsAccepted() {
		UUID id = this.uploads.rows("a." + this.token + ",A,A,,,").id();
		JsonNode page = this.api.send("POST", "/imports/" + id + "/cancel", "").expect(200).json();
		assertThat(page.get("state").stringValue()).isEqualTo("CANCELLED");
		this.api.send("POST", "/imports/" + id + "/cancel", "").expect(200);
		assertThat(this.uploads.start(id).problem(409).get("detail").stringValue()).contains("Upload the file again");
		this.transaction.executeWithoutResult((tx) -> this.accepting.accept(id, 2));
		assertThat(people()).isZero();
	}

	@Test
	void whatIsFinishedCannotBeCancelled() {
		UUID id = this.uploads.rows("a." + this.token + ",A,A,,,").id();
		this.uploads.finish(id);
		this.api.send("POST", "/imports/" + id + "/cancel", "").problem(409);
		assertThat(this.uploads.start(id).expect(202).json().get("state").stringValue()).isEqualTo("FINISHED");
	}

	@Test
	void aRowThatCannotBeStoredIsRefusedAndStopsNoOther() {
		String login = "odd." + this.token;
		// An address that is somebody's, under a login that is nobody's: the database
		// refuses it.
		UUID id = this.api.accepted(Somebody.withLogin("holder." + this.token)).id();
		this.jdbc.sql("update person set address = :address where id = :id")
			.param("address", login + "@example.com")
			.param("id", id)
			.update();
		UUID imported = this.uploads.rows(login + ",O,O,,,", "after." + this.token + ",A,A,,,").id();
		assertThat(Uploads.counts(this.uploads.finish(imported))).containsExactly(2, 0, 1, 0, 1);
		assertThat(this.uploads.row(imported, 2).get("reason").stringValue()).contains("its log says more");
	}

	private int people() {
		return this.jdbc.sql("select count(*) from person where login like :token")
			.param("token", "%." + this.token)
			.query(Integer.class)
			.single();
	}

}
