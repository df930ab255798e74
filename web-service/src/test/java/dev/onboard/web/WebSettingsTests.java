package dev.onboard.web;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
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
		this.service.run((context) -> assertThat(context.getBean(WebSettings.class).slack())
			.isEqualTo(slack("", "", "https://slack.com/api", "")));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "https://hooks.slack.com/services/T0/B0/x", "http://localhost:8085/services/T0/B0/sandbox" })
	void takeAWebhookFromTheEnvironment(String url) {
		this.service.withPropertyValues("SLACK_WEBHOOK_URL=" + url)
			.run((context) -> assertThat(context.getBean(WebSettings.class).slack())
				.isEqualTo(slack("", "", "https://slack.com/api", url)));
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
	void takeABotFromTheEnvironmentBeforeAWebhook() {
		this.service
			.withPropertyValues("SLACK_BOT_TOKEN=xoxb-1-2-aB3", "SLACK_CHANNEL=C0123456789",
					"SLACK_API_URL=http://localhost:8085/api", "SLACK_WEBHOOK_URL=https://hooks.slack.com/services/x",
					"onboard.slack.pace=20ms")
			.run((context) -> {
				WebSettings.Slack slack = context.getBean(WebSettings.class).slack();
				assertThat(slack).isEqualTo(new WebSettings.Slack("xoxb-1-2-aB3", "C0123456789",
						"http://localhost:8085/api", "https://hooks.slack.com/services/x", Duration.ofMillis(20)));
				assertThat(slack.hasBot()).isTrue();
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "general", "#general", "c0123456789" })
	void failWithoutTheIdOfTheBotsChannel(String channel) {
		this.service.withPropertyValues("SLACK_BOT_TOKEN=xoxb-s3cret", "SLACK_CHANNEL=" + channel)
			.run((context) -> assertThat(text(context.getStartupFailure())).contains("SLACK_CHANNEL must be the ID")
				.doesNotContain("s3cret"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "xoxb s3cret", "xoxb-s3cret\r\nX-Header: y", "s3creté" })
	void failWithATokenThatIsNoneAndDoNotShowIt(String token) {
		this.service.withPropertyValues("SLACK_BOT_TOKEN=" + token, "SLACK_CHANNEL=C0123456789")
			.run((context) -> assertThat(text(context.getStartupFailure())).contains("SLACK_BOT_TOKEN must")
				.doesNotContain("s3cret"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "onboard.slack.pace=0s", "onboard.slack.pace=11s", "SLACK_API_URL=slack.com/api" })
	void failWithWhatCannotWork(String property) {
		this.service.withPropertyValues(property)
			.run((context) -> assertThat(text(context.getStartupFailure())).containsAnyOf("onboard.slack.pace must be",
					"SLACK_API_URL must be"));
	}

	@Test
	void doNotShowTheSecrets() {
		assertThat(new WebSettings.Slack("xoxb-s3cret", "C0123456789", "https://slack.com/api",
				"https://hooks.slack.com/s3cret", Duration.ofSeconds(1)))
			.hasToString("Slack[botToken=***, channel=C0123456789, apiUrl=https://slack.com/api, webhookUrl=***, "
					+ "pace=PT1S]");
	}

	private static WebSettings.Slack slack(String token, String channel, String api, String webhook) {
		return new WebSettings.Slack(token, channel, api, webhook, Duration.ofSeconds(1));
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
