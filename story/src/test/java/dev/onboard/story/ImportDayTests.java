package dev.onboard.story;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.onboard.testing.Project;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A file of people comes, and a task-service that adds them is killed in the middle. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ImportDayTests {

	private static final int PEOPLE = 100;

	private static final Duration LONGEST = Duration.ofMinutes(1);

	private final Company company = Company.open();

	private final Service replica = this.company.service("task-service");

	@AfterEach
	void stop() {
		this.replica.stop();
		this.company.awaitNothingWaiting();
	}

	@Test
	void aTaskServiceIsKilledWhileTwoOfThemAddThePeopleOfAFile() throws IOException, SQLException {
		this.replica.launch();
		this.replica.awaitReady();
		Api api = new Api(this.replica);
		List<Newcomer> newcomers = IntStream.rangeClosed(1, PEOPLE)
			.mapToObj((number) -> new Newcomer("imported-" + number, "Алиса", "李" + number))
			.toList();
		UUID id = this.company.api().upload(file(newcomers));
		try (Connection held = holdTheLast()) {
			this.company.api().startImport(id);
			Awaitility.await()
				.atMost(LONGEST)
				.pollInterval(Duration.ofMillis(100))
				.until(() -> created(api.importPage(id)), (created) -> created >= PEOPLE / 4);
			this.company.task().kill();
			JsonNode afterwards = api.importPage(id);
			assertThat(afterwards.required("state").asString()).isEqualTo("RUNNING");
			assertThat(created(afterwards)).isLessThan(PEOPLE);
			held.rollback();
		}
		this.company.task().launch();
		this.company.task().awaitReady();
		JsonNode finished = Awaitility.await()
			.atMost(LONGEST)
			.until(() -> api.importPage(id), (page) -> page.required("state").asString().equals("FINISHED"));
		assertThat(created(finished)).isEqualTo(PEOPLE);
		everybodyIsThereOnce(api.importRows(id), newcomers);
	}

	/**
	 * As a replica that is adding them just now, so that nothing ends before its time.
	 */
	private Connection holdTheLast() throws SQLException {
		Connection held = DriverManager.getConnection(this.company.database().url(), "task", Project.PASSWORD);
		held.setAutoCommit(false);
		try (Statement statement = held.createStatement()) {
			statement.execute("select 1 from import_row where login = 'imported-" + PEOPLE + "' for update");
		}
		return held;
	}

	private void everybodyIsThereOnce(List<JsonNode> rows, List<Newcomer> newcomers) throws IOException {
		List<PersonPage> people = Awaitility.await("everybody is ready")
			.atMost(LONGEST)
			.until(() -> this.company.api().people("imported-"),
					(pages) -> pages.size() == PEOPLE && pages.stream().allMatch(PersonPage::isReady));
		assertThat(people).extracting(PersonPage::login)
			.containsExactlyInAnyOrderElementsOf(newcomers.stream().map(Newcomer::login).toList());
		assertThat(rows).extracting((row) -> UUID.fromString(row.required("user").asString()))
			.containsExactlyInAnyOrderElementsOf(people.stream().map(PersonPage::id).toList());
		Set<String> addresses = newcomers.stream().map(Newcomer::address).collect(Collectors.toSet());
		Effects effects = this.company.effectsOn(addresses);
		effects.reachedEach(addresses);
		assertThat(effects.repeatedMails()).isZero();
		assertThat(effects.repeatedPosts()).isZero();
	}

	private static int created(JsonNode page) {
		return page.at("/counts/created").asInt();
	}

	private static String file(List<Newcomer> newcomers) {
		return newcomers.stream()
			.map((one) -> String.join(",", one.login(), one.firstName(), one.lastName()))
			.collect(Collectors.joining("\n", "login,firstName,lastName\n", "\n"));
	}

}
