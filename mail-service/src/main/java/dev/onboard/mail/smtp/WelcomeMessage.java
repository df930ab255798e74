package dev.onboard.mail.smtp;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;

import dev.onboard.events.Person;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

/** What a new colleague finds in the mailbox. Its Message-ID is the same each time. */
final class WelcomeMessage extends MimeMessage {

	private static final String UTF_8 = StandardCharsets.UTF_8.name();

	private final String messageId;

	WelcomeMessage(Person person, String from) throws MessagingException {
		super((Session) null);
		this.messageId = "<welcome." + person.id() + "@" + from.substring(from.indexOf('@') + 1) + ">";
		setFrom(new InternetAddress(from));
		setRecipient(Message.RecipientType.TO, recipient(person));
		setSubject("Welcome, " + oneLine(person.firstName()) + "!", UTF_8);
		setText("""
				Hello %s,

				this is your mailbox, %s. Welcome!

				Your accounts are being set up right now; your colleagues already know.
				""".formatted(person.fullName(), person.address()), UTF_8);
	}

	private static InternetAddress recipient(Person person) throws MessagingException {
		try {
			return new InternetAddress(person.address(), oneLine(person.fullName()), UTF_8);
		}
		catch (UnsupportedEncodingException ex) {
			throw new MessagingException("every Java platform has UTF-8", ex);
		}
	}

	/**
	 * Encoded or not, a line break would reach whoever reads the header, and {@code =?}
	 * would begin something that they decode.
	 */
	private static String oneLine(String text) {
		return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").replace("=?", "= ?");
	}

	@Override
	protected void updateMessageID() throws MessagingException {
		setHeader("Message-ID", this.messageId);
	}

}
