package dev.onboard.task;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/** The settings as {@code application.yml} reads them from the environment. */
class TaskSettingsTests {

	private static final String SECRET = "0123456789-0123456789-0123456789";

	private static final String KEY = "TASK_KEY=" + SECRET;

	private final ApplicationContextRunner service = new ApplicationContextRunner()
		.withInitializer(new ConfigDataApplicationContextInitializer())
		.withUserConfiguration(Settings.class);

	@Test
	void needOnlyTheKey() {
		this.service.withPropertyValues(KEY)
			.run((context) -> assertThat(context.getBean(TaskSettings.class)).isEqualTo(new TaskSettings("example.com",
					Duration.ofDays(7), Map.of(), List.of("en", "ru"), "en", new TaskSettings.Alert(""),
					new TaskSettings.Activation(SECRET, "http://127.0.0.1:8081", Duration.ofDays(7)))));
	}

	@Test
	void areTakenFromTheEnvironment() {
		this.service
			.withSystemProperties("onboard.domain=company.example", "onboard.language=ru",
					"onboard.activation.valid=1d")
			.withPropertyValues(KEY, "PUBLIC_URL=https://welcome.company.example/mail/",
					"ALERT_WEBHOOK_URL=https://hooks.example/services/T0/B0/x")
			.run((context) -> assertThat(context.getBean(TaskSettings.class)).isEqualTo(new TaskSettings(
					"company.example", Duration.ofDays(7), Map.of(), List.of("en", "ru"), "ru",
					new TaskSettings.Alert("https://hooks.example/services/T0/B0/x"),
					new TaskSettings.Activation(SECRET, "https://welcome.company.example/mail/", Duration.ofDays(1)))));
	}

	@Test
	void knowTheNamesInTheFileOfRoles(@TempDir Path folder) throws IOException {
		Path file = Files.writeString(folder.resolve("roles.yml"), """
				onboard:
				  roles:
				    team-lead: {mail: {quota: 5GB}}
				    qa_lead: {redmine: {groups: [QA]}}
				    Developer: {mail: {groups: [developers@example.com]}}
				    nobody: {}
				""");
		this.service.withPropertyValues(KEY, "ROLES_FILE=" + file)
			.run((context) -> assertThat(context.getBean(TaskSettings.class).roles()).containsOnlyKeys("team-lead",
					"qa_lead", "Developer", "nobody"));
	}

	@Test
	void failWithoutAKey() {
		this.service.run((context) -> assertThat(text(context.getStartupFailure())).contains("TASK_KEY"));
	}

	@ParameterizedTest
	@CsvSource({ "TASK_KEY,''", "TASK_KEY,too-short", "TASK_KEY,'                                          '",
			"PUBLIC_URL,''", "PUBLIC_URL,welcome.example.com", "PUBLIC_URL,https://welcome.example.com/?x=1",
			"ALERT_WEBHOOK_URL,hooks.example", "ALERT_WEBHOOK_URL,https://hooks.example/?key=1",
			"ONBOARD_LANGUAGE,fr" })
	void failWithWordsThatNameTheVariable(String variable, String value) {
		this.service.withPropertyValues(KEY, variable.replace("ONBOARD_LANGUAGE", "onboard.language") + "=" + value)
			.run((context) -> assertThat(text(context.getStartupFailure())).contains(variable + " must"));
	}

	@ParameterizedTest
	@CsvSource({ "TASK_KEY,s3cret", "ALERT_WEBHOOK_URL,s3cret://hooks.example" })
	void failWithoutShowingASecret(String variable, String value) {
		this.service.withPropertyValues(KEY, variable + "=" + value)
			.run((context) -> assertThat(text(context.getStartupFailure())).doesNotContain("s3cret"));
	}

	@Test
	void doNotShowTheirSecrets() {
		assertThat(new TaskSettings("example.com", Duration.ofDays(7), Map.of(), List.of("en"), "en",
				new TaskSettings.Alert("s3cret"),
				new TaskSettings.Activation("s3cret", "http://127.0.0.1:8081", Duration.ofDays(7)))
			.toString()).contains("http://127.0.0.1:8081").doesNotContain("s3cret");
	}

	private static String text(@Nullable Throwable failure) {
		StringWriter text = new StringWriter();
		Objects.requireNonNull(failure, "it started").printStackTrace(new PrintWriter(text));
		return text.toString();
	}

	@EnableConfigurationProperties(TaskSettings.class)
	static class Settings {

	}

}
