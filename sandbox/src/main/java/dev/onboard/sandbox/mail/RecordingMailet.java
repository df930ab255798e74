package dev.onboard.sandbox.mail;

import java.io.IOException;
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

	@Inject
	RecordingMailet(Newest<RecordedMail> mails) {
		this.mails = mails;
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
		String subject = Objects.requireNonNullElse(message.getSubject(), "");
		String text = text(message);
		String id = Objects.requireNonNullElse(message.getMessageID(), "");
		this.mails.add((at) -> new RecordedMail(at, mail.getMaybeSender().asString(""), recipients, foreign, subject,
				text, id));
	}

	private static String text(MimeMessage message) {
		try {
			return MailText.of(message);
		}
		catch (IOException | MessagingException ex) {
			return "(not readable: " + ex.getMessage() + ")";
		}
	}

}
