package dev.onboard.task.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.onboard.task.Answer;
import dev.onboard.task.Api;
import dev.onboard.task.Somebody;
import dev.onboard.task.TaskServiceTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** As many files at once as there are connections to the database, and some more. */
@TaskServiceTest
@TestPropertySource(properties = "spring.datasource.hikari.data-source-properties.socketTimeout=60")
@TestPropertySource(properties = "spring.datasource.hikari.data-source-properties.socketTimeout=60")
class ManyUploadsIntegrationTests {

	private static final int FILES = 24;

	private static final int AT_ONCE = 4;

	private final ExecutorService clients = Executors.newFixedThreadPool(FILES);

	private final Api api;

	private final Uploads uploads;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	ManyUploadsIntegrationTests(@Autowired Api api, @Autowired JdbcClient jdbc,
			@Autowired TransactionTemplate transaction) {
		this.api = api;
		this.uploads = new Uploads(api);
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	@AfterEach
	void close() {
		this.clients.shutdown();
	}

	@Test
	void someAreCheckedAndOthersAskedToComeAgainAndAPersonIsAddedMeanwhile() {
		List<CompletableFuture<Answer>> answers = new ArrayList<>();
		this.transaction.executeWithoutResult((tx) -> {
			this.jdbc.sql("lock table import in share mode").update();
			for (int file = 0; file < FILES; file++) {
				answers.add(CompletableFuture.supplyAsync(() -> this.uploads.rows("a." + Somebody.token() + ",A,A,,,"),
						this.clients));
			}
			Awaitility.await().until(() -> waitingForTheTable() == AT_ONCE);
			this.api.accepted(Somebody.fresh());
			Awaitility.await()
				.until(() -> answers.stream().filter(CompletableFuture::isDone).count() == FILES - AT_ONCE);
		});
		List<Answer> all = answers.stream().map(CompletableFuture::join).toList();
		assertThat(all).filteredOn((answer) -> answer.status() == 201).hasSize(AT_ONCE);
		assertThat(all).filteredOn((answer) -> answer.status() != 201).hasSize(FILES - AT_ONCE).allSatisfy((answer) -> {
			assertThat(answer.problem(503).get("detail").stringValue()).startsWith("Too many files are being checked");
			assertThat(answer.header("retry-after")).isEqualTo("5");
		});
	}

	private int waitingForTheTable() {
		return this.jdbc.sql("""
				select count(*) from pg_stat_activity
				 where usename = current_user and wait_event_type = 'Lock' and query like 'insert into import (name)%'
				""").query(Integer.class).single();
	}

}
