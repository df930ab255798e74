package dev.onboard.mail.smtp;

import java.util.Properties;

import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.mail.Mail;
import dev.onboard.mail.MailSettings;
import dev.onboard.mail.Mails;
import jakarta.mail.MessagingException;
import jakarta.mail.util.StreamProvider;
import org.eclipse.angus.mail.util.MailStreamProvider;

import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Hands mails over by SMTP. */
@Component
class SmtpMails implements Mails {

	static {
		// Said, for otherwise all jars are searched for it several times a mail.
		System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
	}

	private final JavaMailSender sender;

	private final MailSettings settings;

	SmtpMails(JavaMailSenderImpl sender, MailSettings settings) {
		Properties properties = sender.getJavaMailProperties();
		TimedSockets sockets = new TimedSockets(LONGEST);
		properties.put("mail.smtp.socketFactory", sockets);
		properties.put("mail.smtp.socketFactory.fallback", "false");
		if (Boolean.parseBoolean(properties.getProperty("mail.smtp.ssl.enable"))) {
			// TLS comes over it.
			properties.putIfAbsent("mail.smtp.ssl.socketFactory", sockets);
		}
		this.sender = sender;
		this.settings = settings;
	}

	@Override
	public Outcome send(Mail mail) {
		SmtpReplies replies = new SmtpReplies(mail.kind() + " mail");
		try {
			SmtpMessage message = new SmtpMessage(mail, this.settings.from());
			try {
				this.sender.send(message);
				return replies.accepted();
			}
			catch (MailException ex) {
				return replies.outcome(ex, message.isWritten());
			}
		}
		catch (MessagingException ex) {
			return Outcome.Refused.withoutCall("the " + mail.kind() + " mail cannot be written: " + ex.getMessage());
		}
	}

}
