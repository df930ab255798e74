package dev.onboard.task.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import dev.onboard.task.Answer;
import dev.onboard.task.Api;
import dev.onboard.task.Somebody;
import dev.onboard.task.TaskServiceTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** 10,000 people in one file. */
@TaskServiceTest
class LargeImportIntegrationTests {

	private static final Logger log = LoggerFactory.getLogger(LargeImportIntegrationTests.class);

	private static final int PEOPLE = 10_000;

	private final String token = Somebody.token();

	private final Api api;

	private final Uploads uploads;

	private final JdbcClient jdbc;

	LargeImportIntegrationTests(@Autowired Api api, @Autowired JdbcClient jdbc) {
		this.api = api;
		this.uploads = new Uploads(api);
		this.jdbc = jdbc;
	}

	@Test
	void isCheckedInSecondsKeepsNobodyWaitingAndCreatesEverybodyOnce() {
		String csv = file(PEOPLE, this.token);
		Answer answer = this.uploads.file(csv).expect(201);
		UUID id = answer.id();
		log.info("checked {} rows in {}", PEOPLE, answer.took());
		assertThat(answer.took()).isLessThan(Duration.ofSeconds(10));
		assertThat(Uploads.counts(answer.json())).containsExactly(PEOPLE, PEOPLE, 0, 0, 0);
		Instant started = Instant.now();
		this.uploads.start(id).expect(202);
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.until(() -> this.uploads.page(id).at("/counts/created").intValue() >= 300);
		Answer single = this.api.accepted(Somebody.fresh());
		log.info("one person was added in {} meanwhile", single.took());
		assertThat(single.took()).isLessThan(Duration.ofSeconds(2));
		JsonNode page = Awaitility.await()
			.atMost(Duration.ofMinutes(5))
			.pollInterval(Duration.ofMillis(500))
			.until(() -> this.uploads.page(id), (it) -> it.get("state").stringValue().equals("FINISHED"));
		log.info("accepted {} people in {}", PEOPLE, Duration.between(started, Instant.now()));
		assertThat(Uploads.counts(page)).containsExactly(PEOPLE, 0, PEOPLE, 0, 0);
		assertThat(people()).isEqualTo(PEOPLE);
		Answer again = this.uploads.file(csv).expect(201);
		log.info("checked {} rows again in {}", PEOPLE, again.took());
		assertThat(Uploads.counts(again.json())).containsExactly(PEOPLE, 0, 0, PEOPLE, 0);
		this.uploads.finish(again.id());
		assertThat(people()).isEqualTo(PEOPLE);
	}

	private int people() {
		return this.jdbc.sql("select count(*) from person where login like :token")
			.param("token", "%." + this.token)
			.query(Integer.class)
			.single();
	}

	@Test
	void aFileIsNeverHeldAsAWhole(@Autowired ImportTable imports, @Autowired StoredImports stored,
			@Autowired Verdicts verdicts, @Autowired ImportSettings settings,
			@Autowired TransactionTemplate transaction, @Autowired JdbcTemplate template) throws IOException {
		CountedRows rows = new CountedRows(this.jdbc, template, settings.maxRows());
		CheckingFiles checking = new CheckingFiles(imports, stored, rows, verdicts, settings, transaction);
		byte[] csv = file(settings.maxRows(), this.token).getBytes(StandardCharsets.UTF_8);
		ImportPage page = checking.check(new ByteArrayInputStream(csv), null);
		assertThat(page.counts().rows()).isEqualTo(settings.maxRows());
		assertThat(rows.all).hasSize(settings.maxRows());
		assertThat(rows.inHand).as("rows of the file, at its end").isBetween(1L, 1000L);
	}

	private static String file(int people, String token) {
		StringBuilder csv = new StringBuilder(Uploads.HEADER);
		for (int index = 0; index < people; index++) {
			csv.append(
					"p%d.%s,Алиса %d,Ivanova,p%d@home.example,developer,ru\r\n".formatted(index, token, index, index));
		}
		return csv.toString();
	}

	/** Counts which of the rows that were read somebody still holds. */
	private static final class CountedRows extends RowTable {

		private final List<WeakReference<FileRow>> all = new ArrayList<>();

		private final int last;

		private long inHand;

		private CountedRows(JdbcClient jdbc, JdbcTemplate template, int last) {
			super(jdbc, template);
			this.last = last;
		}

		@Override
		void add(UUID id, List<FileRow> rows, List<Verdict> verdicts) {
			super.add(id, rows, verdicts);
			rows.forEach((row) -> this.all.add(new WeakReference<>(row)));
			if (this.all.size() == this.last) {
				System.gc();
				this.inHand = this.all.stream().filter((row) -> row.get() != null).count();
			}
		}

	}

}
