package dev.onboard.task.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import dev.onboard.task.Somebody;
import dev.onboard.task.imports.Imports;
import dev.onboard.testing.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody brings a file, with three rows that are wrong. */
@ConsoleTest
class ImportStoryTests {

	private final String token = Somebody.token();

	private final Browser browser;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	@TempDir
	private Path folder;

	ImportStoryTests(@Autowired Browser browser, @Autowired JdbcClient jdbc,
			@Autowired TransactionTemplate transaction) {
		this.browser = browser;
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	@Test
	void aFileWithThreeWrongRowsIsCheckedStartedAndWatchedWithoutAReload() throws IOException {
		this.browser.looking("light", 1280).open("/console/imports");
		upload("people.csv", "login;first name;last name", "anna." + this.token + ";Анна;<b>Петрова</b>",
				"bo." + this.token + ";Bo;Öz", "Cy;Cy;Cy", "dee." + this.token + ";;Dee",
				"bo." + this.token + ";Bo;Other");
		this.browser.awaitText("What would come of it");
		String path = this.browser.path();
		assertThat(this.browser.text()).contains("Start: add 2 people", "login must start with a letter",
				"firstName is missing", "login is the same as in line 3");
		everybodyCanUse(path);
		everybodyCanUse(path + "?all=true");
		this.browser.looking("light", 1280).open(path);
		this.transaction.executeWithoutResult((tx) -> {
			holdTheLast();
			this.browser.click("#import-start");
			this.browser.awaitText("4 of 5 rows are done");
			everybodyCanUse(path);
			this.browser.looking("light", 1280).open(path);
			this.browser.run("window.sameAsBefore = true");
		});
		this.browser.awaitText("What came of it");
		assertThat(this.browser.run("return window.sameAsBefore")).as("not loaded again").isEqualTo(true);
		assertThat(this.browser.run("return document.getElementById('import-said').textContent.trim()"))
			.isEqualTo("The import is Finished.");
		this.browser.click("#tab-CREATED");
		this.browser.awaitText("<b>Петрова</b>");
		everybodyCanUse("/console/imports");
		this.browser.assertNothingWentWrong();
	}

	@Test
	void theRefusedRowsAreDownloadedCorrectedAndUploadedAgainAndNobodyIsCreatedTwice() throws IOException {
		this.browser.looking("light", 1280).open("/console/imports");
		upload("people.csv", "login;first name;last name", "anna." + this.token + ";Анна;Петрова",
				"bo." + this.token + ";Bo;Öz", "Cy;Cy;Cy", "dee." + this.token + ";;Dee",
				"bo." + this.token + ";Bo;Other");
		startAndAwait("Start: add 2 people");
		String refused = Files.readString(
				this.browser.download("#import-refused", Files.createDirectory(this.folder.resolve("downloads"))));
		String corrected = refused.replace("\"Cy\";\"Cy\"", "\"cy." + this.token + "\";\"Cy\"")
			.replace(";;\"Dee\"", ";\"Dee\";\"Dee\"")
			.replace("\"bo." + this.token + "\"", "\"bo2." + this.token + "\"");
		this.browser.open("/console/imports");
		upload("corrected.csv", corrected);
		startAndAwait("Start: add 3 people");
		assertThat(people()).isEqualTo(5);
		this.browser.open("/console/imports");
		upload("corrected-again.csv", corrected);
		this.browser.awaitText("What would come of it");
		this.browser.awaitText("#tab-ALREADY_THERE", "3");
		assertThat(this.browser.run("return document.querySelectorAll('#import-start').length")).isEqualTo(0L);
		assertThat(people()).isEqualTo(5);
		this.browser.assertNothingWentWrong();
	}

	@Test
	void theListOfImportsShowsThatOneHasEnded(@Autowired Imports imports) throws IOException {
		this.browser.looking("light", 1280).open("/console/imports");
		upload("people.csv", "login,first name,last name", "anna." + this.token + ",Anna,Petrova");
		this.browser.awaitText("What would come of it");
		UUID id = UUID.fromString(this.browser.path().substring("/console/imports/".length()));
		this.browser.open("/console/imports");
		this.browser.awaitText("tr:has(#import-" + id + ")", "Checked");
		this.browser.awaitLive();
		imports.start(id);
		this.browser.awaitText("tr:has(#import-" + id + ")", "1 created");
		this.browser.assertNothingWentWrong();
	}

	private void startAndAwait(String start) {
		this.browser.awaitText(start);
		this.browser.click("#import-start");
		this.browser.awaitText("What came of it");
	}

	private int people() {
		return this.jdbc.sql("select count(*) from person where login like :token")
			.param("token", "%." + this.token)
			.query(Integer.class)
			.single();
	}

	@Test
	void aFileThatIsNoneIsRefusedWithItsLine() throws IOException {
		this.browser.looking("light", 1280).open("/console/imports");
		upload("wrong.csv", "login,firstName,lastName", "a,b,c", "a,b," + "c".repeat(401));
		this.browser.awaitText("Line 3 has more than 400");
		assertThat(this.browser.violations()).isEmpty();
		this.browser.forgetWhatWentWrong();
	}

	private void upload(String name, String... lines) throws IOException {
		Path file = Files.write(this.folder.resolve(name), List.of(lines));
		this.browser.find("#upload-file").sendKeys(file.toString());
		this.browser.click("#upload-file ~ button");
	}

	/** As a replica that is accepting it just now. */
	private void holdTheLast() {
		this.jdbc.sql("select 1 from import_row where login = :login and state = 'TO_CREATE' for update")
			.param("login", "bo." + this.token)
			.query(Integer.class)
			.single();
	}

	private void everybodyCanUse(String path) {
		for (String scheme : List.of("light", "dark")) {
			for (int width : List.of(1280, 360)) {
				this.browser.looking(scheme, width).open(path);
				assertThat(this.browser.violations()).as("%s, %s, %s", path, scheme, width).isEmpty();
				assertThat(this.browser.isTooWide()).as("%s has to be scrolled to the side", path).isFalse();
			}
		}
		this.browser.assertNothingWentWrong();
	}

}
