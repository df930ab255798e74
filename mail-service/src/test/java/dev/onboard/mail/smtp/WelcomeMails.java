package dev.onboard.mail.smtp;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import dev.onboard.delivery.ledger.Effect;
import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.delivery.ledger.Work;
import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import dev.onboard.mail.Inboxes;
import dev.onboard.mail.MailSettings;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** Sends welcome mails with the service's own settings to any mail server. */
final class WelcomeMails {

	/** When the mail server has accepted one, to an empty mailbox. */
	static final Outcome ACCEPTED = new Outcome.Done("welcome mail accepted by the mail server", "0");

	private WelcomeMails() {
	}

	static Person person(String firstName, String lastName) {
		UUID id = UUID.randomUUID();
		return new Person(id, "alice." + id, "alice." + id + "@example.com", firstName, lastName, null, null, null);
	}

	/**
	 * Sends one.
	 * @param settings environment variables or properties
	 */
	static Outcome send(int port, Person person, String... settings) {
		AtomicReference<Outcome> outcome = new AtomicReference<>();
		service(port, settings).run((context) -> outcome.set(send(context, person)));
		return outcome.get();
	}

	static Outcome send(ApplicationContext service, Person person) {
		return service.getBean("welcomeMail", Effect.class)
			.perform(new Work(person, Attempt.FIRST, false, null, Map.of()));
	}

	static ApplicationContextRunner service(int port, String... settings) {
		return new ApplicationContextRunner().withInitializer(new ConfigDataApplicationContextInitializer())
			.withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
			.withUserConfiguration(Sender.class)
			.withPropertyValues("MAIL_KEY=0123456789-0123456789-0123456789", "SMTP_HOST=127.0.0.1", "SMTP_PORT=" + port)
			.withPropertyValues(settings);
	}

	@EnableConfigurationProperties(MailSettings.class)
	@ComponentScan(basePackageClasses = MailSettings.class, useDefaultFilters = false,
			includeFilters = @ComponentScan.Filter(type = FilterType.REGEX,
					pattern = "dev\\.onboard\\.mail\\.(WelcomeMail|MailTemplates)"))
	@Import(SmtpMails.class)
	static class Sender {

		@Bean
		Inboxes emptyInboxes() {
			return (address, meaning) -> meaning.apply(0);
		}

	}

}
