package dev.onboard.sandbox;

import java.util.Properties;

import javax.mail.Folder;
import javax.mail.Message;
import javax.mail.Session;
import javax.mail.Store;
import javax.mail.Transport;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeBodyPart;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;

/**
 * Sends mail to a sandbox by SMTP and reads it by IMAP.
 */
final class Correspondent {

	private final String host;

	private final Session session;

	Correspondent(SandboxSettings settings) {
		this.host = settings.bind();
		Properties properties = new Properties();
		properties.put("mail.smtp.host", settings.bind());
		properties.put("mail.smtp.port", Integer.toString(settings.smtpPort()));
		properties.put("mail.imap.port", Integer.toString(settings.imapPort()));
		this.session = Session.getInstance(properties);
	}

	void sends(String subject, String text, String... recipients) throws Exception {
		MimeMessage message = mail(subject, recipients);
		message.setText(text, "UTF-8");
		Transport.send(message);
	}

	void sendsTwoForms(String subject, String text, String html, String... recipients) throws Exception {
		MimeBodyPart plain = new MimeBodyPart();
		plain.setText(text, "UTF-8");
		MimeBodyPart rich = new MimeBodyPart();
		rich.setText(html, "UTF-8", "html");
		MimeMessage message = mail(subject, recipients);
		message.setContent(new MimeMultipart("alternative", plain, rich));
		Transport.send(message);
	}

	/**
	 * Subject and text of the first mail.
	 */
	String reads(String address, String password) throws Exception {
		try (Store store = this.session.getStore("imap")) {
			store.connect(this.host, address, password);
			Folder inbox = store.getFolder("INBOX");
			inbox.open(Folder.READ_ONLY);
			Message mail = inbox.getMessage(1);
			return mail.getSubject() + ": " + mail.getContent();
		}
	}

	private MimeMessage mail(String subject, String... recipients) throws Exception {
		MimeMessage message = new MimeMessage(this.session) {
			@Override
			protected void updateMessageID() throws javax.mail.MessagingException {
				setHeader("Message-ID", "<one@example.com>");
			}
		};
		message.setFrom("hr@example.com");
		for (String recipient : recipients) {
			message.addRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
		}
		message.setSubject(subject, "UTF-8");
		return message;
	}

}
