package dev.onboard.mail;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/** The settings as {@code application.yml} reads them from the environment. */
class MailSettingsTests {

	private static final String KEY = "MAIL_KEY=0123456789-0123456789-0123456789";

	private final ApplicationContextRunner service = new ApplicationContextRunner()
		.withInitializer(new ConfigDataApplicationContextInitializer())
		.withUserConfiguration(Settings.class);

	@Test
	void needOnlyTheKey() {
		this.service.withPropertyValues(KEY)
			.run((context) -> assertThat(context.getBean(MailSettings.class))
				.isEqualTo(new MailSettings("0123456789-0123456789-0123456789", "welcome@example.com", "en", "",
						new MailSettings.James("http://localhost:8000", "", ""))));
	}

	@Test
	void areTakenFromTheEnvironment() {
		this.service
			.withPropertyValues(KEY, "ONBOARD_DOMAIN=company.example", "JAMES_WEBADMIN_URL=https://james.example/admin",
					"JAMES_WEBADMIN_TOKEN=t0ken", "JAMES_WEBADMIN_PASSWORD=pa55", "ONBOARD_LANGUAGE=ru",
					"MAIL_TEMPLATES=/etc/onboard/mail")
			.run((context) -> assertThat(context.getBean(MailSettings.class))
				.isEqualTo(new MailSettings("0123456789-0123456789-0123456789", "welcome@company.example", "ru",
						"/etc/onboard/mail", new MailSettings.James("https://james.example/admin", "t0ken", "pa55"))));
	}

	@ParameterizedTest
	@CsvSource({ "http://sandbox:8000,true", "http://localhost,true", "https://127.0.0.1:8000/admin,true",
			"http://james:8000,false", "https://sandbox.example.com,false", "https://localhost.example.com/,false" })
	void haveTheKeyThatEverybodyKnowsOnlyToBeTried(String james, boolean starts) {
		this.service.withPropertyValues("MAIL_KEY=development-key-known-to-everybody", "JAMES_WEBADMIN_URL=" + james)
			.run((context) -> {
				if (starts) {
					assertThat(context).hasNotFailed();
				}
				else {
					assertThat(text(context.getStartupFailure())).contains("MAIL_KEY must be a secret");
				}
			});
	}

	@Test
	void failWithoutAKey() {
		this.service.run((context) -> assertThat(text(context.getStartupFailure())).contains("MAIL_KEY"));
	}

	@ParameterizedTest
	@CsvSource({ "MAIL_KEY,''", "MAIL_KEY,too-short", "MAIL_KEY,'                                          '",
			"MAIL_FROM,''", "MAIL_FROM,nobody", "MAIL_FROM,Welcome <welcome@example.com>",
			"ONBOARD_DOMAIN,exa mple.com", "JAMES_WEBADMIN_URL,''", "JAMES_WEBADMIN_URL,james:8000",
			"JAMES_WEBADMIN_URL,http://mail_server:8000", "JAMES_WEBADMIN_TOKEN,'to ken'",
			"JAMES_WEBADMIN_TOKEN,'to\nken'", "JAMES_WEBADMIN_PASSWORD,'pass word'" })
	void failWithWordsThatNameTheVariable(String variable, String value) {
		this.service.withPropertyValues(KEY, variable + "=" + value)
			.run((context) -> assertThat(text(context.getStartupFailure())).contains(variable + " must"));
	}

	@ParameterizedTest
	@CsvSource({ "MAIL_KEY,s3cret", "JAMES_WEBADMIN_TOKEN,s3cret token", "JAMES_WEBADMIN_PASSWORD,s3cret password" })
	void failWithoutShowingASecret(String variable, String value) {
		this.service.withPropertyValues(KEY, variable + "=" + value)
			.run((context) -> assertThat(text(context.getStartupFailure())).doesNotContain("s3cret"));
	}

	@Test
	void doNotShowTheirSecrets() {
		assertThat(new MailSettings("s3cret", "a@example.com", "en", "",
				new MailSettings.James("http://james", "s3cret", "s3cret")))
			.hasToString("MailSettings[from=a@example.com, language=en, templates=, james=James[url=http://james]]");
	}

	private static String text(@Nullable Throwable failure) {
		StringWriter text = new StringWriter();
		Objects.requireNonNull(failure, "it started").printStackTrace(new PrintWriter(text));
		return text.toString();
	}

	@EnableConfigurationProperties(MailSettings.class)
	static class Settings {

	}

}
