package dev.onboard.task.imports;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import dev.onboard.task.Api;
import dev.onboard.task.Somebody;
import dev.onboard.task.TaskServiceTest;
import dev.onboard.task.actor.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody who is added by hand waits behind few of an import. */
@TaskServiceTest
class BacklogIntegrationTests {

	private final Api api;

	private final Uploads uploads;

	private final ImportTable imports;

	private final StoredImports stored;

	private final RowTable rows;

	private final AcceptingRows accepting;

	private final ImportWorker worker;

	private final Actor actor;

	private final JdbcClient jdbc;

	BacklogIntegrationTests(@Autowired Api api, @Autowired ImportTable imports, @Autowired StoredImports stored,
			@Autowired RowTable rows, @Autowired AcceptingRows accepting, @Autowired ImportWorker worker,
			@Autowired Actor actor, @Autowired JdbcClient jdbc) {
		this.api = api;
		this.uploads = new Uploads(api);
		this.imports = imports;
		this.stored = stored;
		this.rows = rows;
		this.accepting = accepting;
		this.worker = worker;
		this.actor = actor;
		this.jdbc = jdbc;
	}

	/** Another one does its work here. */
	@BeforeEach
	void stop() {
		this.worker.stop();
	}

	@AfterEach
	void start() {
		this.worker.start();
	}

	@Test
	void anImportWaitsWhileManyWaitForTheirMailboxAndSaysSo() {
		this.api.accepted(Somebody.fresh());
		String token = Somebody.token();
		UUID id = this.uploads.rows("a." + token + ",A,A,,,", "b." + token + ",B,B,,,").id();
		this.uploads.start(id).expect(202);
		Backlog full = backlog(waiting());
		new ImportWorker(this.imports, this.accepting, full).work(() -> false);
		ImportPage page = imports(full).get(id);
		assertThat(page.counts()).isEqualTo(new ImportCounts(2, 2, 0, 0, 0));
		assertThat(page.waiting())
			.isEqualTo(waiting() + " people or more wait for their mailbox; it goes on by itself when they are fewer");
		Backlog notYet = backlog(waiting() + 1);
		assertThat(imports(notYet).get(id).waiting()).isNull();
		new ImportWorker(this.imports, this.accepting, notYet).work(() -> false);
		ImportPage after = imports(full).get(id);
		assertThat(after.counts()).isEqualTo(new ImportCounts(2, 0, 2, 0, 0));
	}

	@Test
	void theEndIsNoticedNevertheless() {
		this.api.accepted(Somebody.fresh());
		assertThat(backlog(1).isFull()).isTrue();
		UUID id = this.uploads.rows("REFUSED,A,A,,,").id();
		this.uploads.start(id).expect(202);
		new ImportWorker(this.imports, this.accepting, backlog(1)).work(() -> false);
		Imports full = imports(backlog(1));
		assertThat(List.of(full.get(id).state())).containsExactly(ImportState.FINISHED);
		assertThat(full.get(id).waiting()).isNull();
	}

	private Imports imports(Backlog backlog) {
		return new Imports(this.imports, this.stored, this.rows, backlog, this.actor, (event) -> {
		});
	}

	private int waiting() {
		return this.jdbc.sql("select count(*) from step where system = 'MAIL' and state = 'PENDING'")
			.query(Integer.class)
			.single();
	}

	private Backlog backlog(int most) {
		return new Backlog(this.jdbc, new ImportSettings(DataSize.ofMegabytes(1), 1, most, Duration.ofDays(1)));
	}

}
