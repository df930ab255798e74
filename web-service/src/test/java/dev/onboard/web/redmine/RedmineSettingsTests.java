package dev.onboard.web.redmine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import dev.onboard.delivery.http.StubTarget;
import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.delivery.ledger.Work;
import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The settings as {@code application.yml} reads them from the environment and
 * {@code roles.yml}.
 */
class RedmineSettingsTests {

	private static final String KEY = "5ec3e7";

	private static final Work WORK = new Work(
			new Person(UUID.randomUUID(), "alice", "alice@example.com", "A", "B", null, null, null), Attempt.FIRST,
			false, null, Map.of());

	private final ApplicationContextRunner service = new ApplicationContextRunner()
		.withInitializer(new ConfigDataApplicationContextInitializer())
		.withUserConfiguration(RedmineConfiguration.class);

	@TempDir
	private Path folder;

	@Test
	void withNothingSetTheStepIsSkippedWithWordsThatSayHowToSetItUp() {
		this.service.run((context) -> assertThat(context.getBean("redmineAccount", RedmineEffect.class).perform(WORK))
			.isEqualTo(new Outcome.Skipped("no Redmine is configured; set REDMINE_URL and REDMINE_API_KEY, or start the"
					+ " Compose profile redmine, then try again")));
	}

	/** Compose and ./onboard give the service a key in any case. */
	@Test
	void aKeyAloneIsNoRedmine() {
		this.service.withPropertyValues("REDMINE_URL=", "REDMINE_API_KEY=" + KEY)
			.run((context) -> assertThat(context.getBean(RedmineLocation.class).redmine()).isEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://redmine:3000", "https://example.com/redmine", "https://example.com/redmine/" })
	void aUrlAndAKeyAreARedmine(String url) {
		this.service.withPropertyValues("REDMINE_URL=" + url, "REDMINE_API_KEY=" + KEY)
			.run((context) -> assertThat(context.getBean(RedmineLocation.class).redmine()).isPresent());
	}

	@ParameterizedTest
	@CsvSource({ "http://redmine:3000,''", "file:/settings/redmine-url,''", "http://redmine:3000,5ec3e7-",
			"http://redmine:3000,5ec3 e7" })
	void aUrlWithoutAUsableKeyFailsTheStart(String url, String key) {
		this.service.withPropertyValues("REDMINE_URL=" + url, "REDMINE_API_KEY=" + key)
			.run((context) -> assertThat(text(context.getStartupFailure()))
				.contains("REDMINE_API_KEY must be set where REDMINE_URL is")
				.doesNotContain("5ec3"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "redmine:3000", "ftp://redmine", "http://redmine/?key=x", "http://user:pw@redmine",
			"file:settings", "file:", "http://redmine /" })
	void aUrlThatCannotBeCalledFailsTheStart(String url) {
		this.service.withPropertyValues("REDMINE_URL=" + url, "REDMINE_API_KEY=" + KEY)
			.run((context) -> assertThat(text(context.getStartupFailure())).contains("REDMINE_URL must be")
				.doesNotContain(KEY));
	}

	@Test
	void doNotShowTheKey() {
		assertThat(new RedmineSettings("http://redmine", KEY))
			.hasToString("RedmineSettings[url=http://redmine, apiKey=***]");
	}

	@Test
	void aRedmineThatIsStartedLaterIsUsedWithoutARestartAndStaysConfigured() throws IOException {
		Path file = this.folder.resolve("redmine-url");
		RedmineEffect adding = new RedmineEffect(AddingAccount.EFFECT,
				new RedmineLocation(new RedmineSettings("file:" + file, KEY)), AddingAccount::perform);
		assertThat(adding.perform(WORK)).isInstanceOf(Outcome.Skipped.class);
		try (StubTarget redmine = StubTarget.answering(StubTarget.answer(201, "{\"user\":{\"id\":5}}"))) {
			Files.writeString(file, redmine.url() + "\n");
			assertThat(adding.perform(WORK)).isEqualTo(new Outcome.Done("Redmine account alice", "5"));
		}
		Files.delete(file);
		assertThat(adding.perform(WORK)).isEqualTo(new Outcome.Transient("Redmine cannot be reached"));
	}

	@Test
	void aFileThatHoldsNoUrlIsOurMistake() throws IOException {
		Path file = Files.writeString(this.folder.resolve("redmine-url"), "redmine");
		assertThat(new RedmineEffect(AddingAccount.EFFECT,
				new RedmineLocation(new RedmineSettings("file:" + file, KEY)), AddingAccount::perform)
			.perform(WORK)).isEqualTo(new Outcome.Misconfigured(file + " holds no URL of a Redmine"));
	}

	@Test
	void rolesComeFromTheFile() throws IOException {
		roles("""
				onboard:
				  roles:
				    developer:
				      mail:
				        quota: 5GB
				      redmine:
				        groups: [Developers, Алиса & Co]
				        memberships:
				          onboard: [Developer, Reporter]
				          "[a_b-c]": [Manager]
				    guest:
				      mail:
				        groups: [guests@example.com]
				    nobody: {}
				    "[QA Lead]":
				      redmine:
				        groups: [QA]
				""").run((context) -> assertThat(RedmineConfiguration.roles(context.getEnvironment()))
			.isEqualTo(Map.of("developer",
					new Role(List.of("Developers", "Алиса & Co"),
							Map.of("onboard", List.of("Developer", "Reporter"), "a_b-c", List.of("Manager"))),
					"guest", Role.NOTHING, "nobody", Role.NOTHING, "QA Lead", new Role(List.of("QA"), Map.of()))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "team-lead", "qa_lead", "Developer", "2nd-Level_Support" })
	void rolesHaveTheNameThatTheyHaveInTheFile(String name) throws IOException {
		roles("onboard: {roles: {" + name + ": {redmine: {groups: [Developers]}}, nobody: {}}}")
			.run((context) -> assertThat(RedmineConfiguration.roles(context.getEnvironment()))
				.isEqualTo(Map.of(name, new Role(List.of("Developers"), Map.of()), "nobody", Role.NOTHING)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "developer", "team-lead", "Developer", "'[QA Lead]'" })
	void aWordThatIsNotKnownFailsTheStart(String name) throws IOException {
		roles("onboard: {roles: {guest: {redmine: {groups: [Guests]}}, " + name
				+ ": {redmine: {group: [Developers]}}}}")
			.run((context) -> assertThat(text(context.getStartupFailure())).contains("onboard.roles")
				.contains("redmine.group[0]"));
	}

	private ApplicationContextRunner roles(String yaml) throws IOException {
		return this.service
			.withSystemProperties("ROLES_FILE=" + Files.writeString(this.folder.resolve("roles.yml"), yaml));
	}

	private static String text(@Nullable Throwable failure) {
		StringWriter text = new StringWriter();
		Objects.requireNonNull(failure, "it started").printStackTrace(new PrintWriter(text));
		return text.toString();
	}

}
