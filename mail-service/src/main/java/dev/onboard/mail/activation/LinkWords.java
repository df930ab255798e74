package dev.onboard.mail.activation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

import dev.onboard.events.Person;
import dev.onboard.mail.Mail;
import dev.onboard.mail.MailTemplates;

import org.springframework.stereotype.Component;

/** The mail that brings a link. */
@Component
class LinkWords {

	/** Read alike in every language. */
	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'")
		.withZone(ZoneOffset.UTC);

	private final MailTemplates templates;

	LinkWords(MailTemplates templates) {
		this.templates = templates;
	}

	Mail mail(Link link, String contact, String url, Instant expiresAt) {
		Person person = link.person();
		Map<String, String> values = Map.of("firstName", person.firstName(), "lastName", person.lastName(), "address",
				person.address(), "link", url, "expiresAt", DATE.format(expiresAt));
		return new Mail("activation", "activation." + link.issue() + "." + person.id(), contact, person.fullName(),
				this.templates.fill("activation", person.language(), values));
	}

}
