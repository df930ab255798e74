package dev.onboard.mail.smtp;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.delivery.ledger.Work;
import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import dev.onboard.mail.MailSettings;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Import;

/** Sends welcome mails with the service's own settings to any mail server. */
final class WelcomeMails {

	private WelcomeMails() {
	}

	static Person person(String firstName, String lastName) {
		UUID id = UUID.randomUUID();
		return new Person(id, "alice." + id, "alice." + id + "@example.com", firstName, lastName, null, null, null);
	}

	/**
	 * @param settings environment variables or properties
	 */
	static Outcome send(int port, Person person, String... settings) {
		AtomicReference<Outcome> outcome = new AtomicReference<>();
		service(port, settings).run((context) -> outcome.set(context.getBean(SmtpWelcomeMail.class)
			.perform(new Work(person, Attempt.FIRST, false, null, Map.of()))));
		return outcome.get();
	}

	static ApplicationContextRunner service(int port, String... settings) {
		return new ApplicationContextRunner().withInitializer(new ConfigDataApplicationContextInitializer())
			.withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
			.withUserConfiguration(Sender.class)
			.withPropertyValues("MAIL_KEY=0123456789-0123456789-0123456789", "SMTP_HOST=127.0.0.1", "SMTP_PORT=" + port)
			.withPropertyValues(settings);
	}

	@EnableConfigurationProperties(MailSettings.class)
	@Import(SmtpWelcomeMail.class)
	static class Sender {

	}

}
