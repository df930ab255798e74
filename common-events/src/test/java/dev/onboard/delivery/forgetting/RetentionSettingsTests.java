package dev.onboard.delivery.forgetting;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/** The settings as {@code delivery.yml} reads them from the environment. */
class RetentionSettingsTests {

	private final ApplicationContextRunner service = new ApplicationContextRunner()
		.withInitializer(new ConfigDataApplicationContextInitializer())
		.withPropertyValues("spring.config.import=classpath:delivery.yml")
		.withUserConfiguration(Settings.class);

	@Test
	void keepAYearByThemselves() {
		this.service.run((context) -> assertThat(context.getBean(RetentionSettings.class))
			.isEqualTo(new RetentionSettings(Duration.ofDays(365), Duration.ofHours(1), 200)));
	}

	@ParameterizedTest
	@CsvSource({ "30, 30", "30d, 30", "48h, 2" })
	void countDays(String text, int days) {
		this.service.withPropertyValues("RETENTION_FINISHED=" + text)
			.run((context) -> assertThat(context.getBean(RetentionSettings.class).age())
				.isEqualTo(Duration.ofDays(days)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0", "0d" })
	void keepForEver(String text) {
		this.service.withPropertyValues("RETENTION_FINISHED=" + text)
			.run((context) -> assertThat(context.getBean(RetentionSettings.class).age()).isNull());
	}

	@ParameterizedTest
	@CsvSource({ "RETENTION_FINISHED,365ms", "RETENTION_FINISHED,-3d", "RETENTION_FINISHED,soon",
			"onboard.retention.batch,0", "onboard.retention.every,0s" })
	void refuseMistakes(String name, String text) {
		this.service.withPropertyValues(name + "=" + text).run((context) -> assertThat(context).hasFailed());
	}

	@EnableConfigurationProperties(RetentionSettings.class)
	static class Settings {

	}

}
