package dev.onboard.sandbox.mail;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

import javax.inject.Inject;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;

import dev.onboard.sandbox.memory.Newest;
import org.apache.james.core.MailAddress;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;

/**
 * Writes down every mail and changes none. James finds it by its name in
 * {@code mailetcontainer.xml}.
 */
final class RecordingMailet extends GenericMailet {

	private final Newest<RecordedMail> mails;

	private final Clock clock;

	@Inject
	RecordingMailet(Newest<RecordedMail> mails, Clock clock) {
		this.mails = mails;
		this.clock = clock;
	}

	@Override
	public void service(Mail mail) throws MessagingException {
		MimeMessage message = mail.getMessage();
		List<String> recipients = mail.getRecipients().stream().map(MailAddress::asString).toList();
		List<String> foreign = mail.getRecipients()
			.stream()
			.filter((recipient) -> !getMailetContext().isLocalServer(recipient.getDomain()))
			.map(MailAddress::asString)
			.toList();
		this.mails.add(new RecordedMail(this.clock.instant(), mail.getMaybeSender().asString(""), recipients, foreign,
				Objects.requireNonNullElse(message.getSubject(), ""), text(message),
				Objects.requireNonNullElse(message.getMessageID(), "")));
	}

	private static String text(MimeMessage message) throws MessagingException {
		try {
			return MailText.of(message);
		}
		catch (IOException ex) {
			return "(not readable: " + ex.getMessage() + ")";
		}
	}

}
