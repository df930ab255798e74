package dev.onboard.web;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/** The settings as {@code application.yml} reads them from the environment. */
class WebSettingsTests {

	private final ApplicationContextRunner service = new ApplicationContextRunner()
		.withInitializer(new ConfigDataApplicationContextInitializer())
		.withUserConfiguration(Settings.class);

	@Test
	void needNothing() {
		this.service.run((context) -> assertThat(context.getBean(WebSettings.class))
			.isEqualTo(new WebSettings(new WebSettings.Slack(""))));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "https://hooks.slack.com/services/T0/B0/x", "http://localhost:8085/services/T0/B0/sandbox" })
	void takeAWebhookFromTheEnvironment(String url) {
		this.service.withPropertyValues("SLACK_WEBHOOK_URL=" + url)
			.run((context) -> assertThat(context.getBean(WebSettings.class))
				.isEqualTo(new WebSettings(new WebSettings.Slack(url))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "hooks.slack.com/services/T0/B0/s3cret", "ftp://hooks.slack.com/s3cret",
			"https://hooks.slack.com/s3cret /x", "https://hooks.slack.com/{s3cret}", "https://s3cret@hooks.slack.com/",
			"https://hooks.slack.com/s3cret\nx" })
	void failWithWordsThatNameTheVariableAndDoNotShowTheUrl(String url) {
		this.service.withPropertyValues("SLACK_WEBHOOK_URL=" + url)
			.run((context) -> assertThat(text(context.getStartupFailure())).contains("SLACK_WEBHOOK_URL must")
				.doesNotContain("s3cret"));
	}

	@Test
	void doNotShowTheWebhook() {
		assertThat(new WebSettings(new WebSettings.Slack("https://hooks.slack.com/s3cret")))
			.hasToString("WebSettings[slack=Slack[webhookUrl=***]]");
	}

	private static String text(@Nullable Throwable failure) {
		StringWriter text = new StringWriter();
		Objects.requireNonNull(failure, "it started").printStackTrace(new PrintWriter(text));
		return text.toString();
	}

	@EnableConfigurationProperties(WebSettings.class)
	static class Settings {

	}

}
