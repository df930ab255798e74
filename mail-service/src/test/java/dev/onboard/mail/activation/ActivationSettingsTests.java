package dev.onboard.mail.activation;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
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
class ActivationSettingsTests {

	private final ApplicationContextRunner service = new ApplicationContextRunner()
		.withInitializer(new ConfigDataApplicationContextInitializer())
		.withUserConfiguration(Bound.class);

	@Test
	void needNothing() {
		this.service
			.run((context) -> assertThat(context.getBean(ActivationSettings.class)).isEqualTo(Settings.DEFAULT));
	}

	@Test
	void areTakenFromTheEnvironment() {
		this.service
			.withPropertyValues("PUBLIC_URL=https://welcome.example.com/onboard/", "LINK_VALID=36h",
					"READ_MAIL_WEBMAIL=https://mail.example.com", "READ_MAIL_IMAP=imap.example.com, port 993, TLS",
					"READ_MAIL_SMTP=smtp.example.com")
			.run((context) -> {
				ActivationSettings settings = context.getBean(ActivationSettings.class);
				assertThat(settings)
					.isEqualTo(new ActivationSettings("https://welcome.example.com/onboard/", Duration.ofHours(36),
							new ActivationSettings.ReadMail("https://mail.example.com",
									"imap.example.com, port 993, TLS", "smtp.example.com"),
							Settings.DEFAULT.perMinute()));
				assertThat(settings.link("s3cret")).isEqualTo("https://welcome.example.com/onboard/activate/s3cret");
			});
	}

	@ParameterizedTest
	@CsvSource({ "PUBLIC_URL,'',PUBLIC_URL must", "PUBLIC_URL,welcome.example.com,PUBLIC_URL must",
			"PUBLIC_URL,javascript:alert(1),PUBLIC_URL must", "LINK_VALID,59s,onboard.activation.valid must",
			"READ_MAIL_WEBMAIL,javascript:alert(1),READ_MAIL_WEBMAIL must" })
	void failWithWordsThatNameTheVariable(String variable, String value, String words) {
		this.service.withPropertyValues(variable + "=" + value)
			.run((context) -> assertThat(text(context.getStartupFailure())).contains(words));
	}

	private static String text(@Nullable Throwable failure) {
		StringWriter text = new StringWriter();
		Objects.requireNonNull(failure, "it started").printStackTrace(new PrintWriter(text));
		return text.toString();
	}

	@EnableConfigurationProperties(ActivationSettings.class)
	static class Bound {

	}

}
