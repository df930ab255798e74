package dev.onboard.mail.smtp;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;

import dev.onboard.mail.HeaderText;
import dev.onboard.mail.Mail;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

/**
 * A mail on its way: text and HTML, one recipient, always the same headers. Its
 * Message-ID is the same each time.
 */
final class SmtpMessage extends MimeMessage {

	private static final String UTF_8 = StandardCharsets.UTF_8.name();

	private final String messageId;

	private boolean written;

	SmtpMessage(Mail mail, String from) throws MessagingException {
		super((Session) null);
		this.messageId = "<" + mail.id() + "@" + from.substring(from.indexOf('@') + 1) + ">";
		setFrom(new InternetAddress(from));
		setRecipient(RecipientType.TO, recipient(mail));
		setSubject(HeaderText.of(mail.words().subject()), UTF_8);
		// Nobody's out-of-office reply is meant for it (RFC 3834).
		setHeader("Auto-Submitted", "auto-generated");
		setContent(new MimeMultipart("alternative", part(mail.words().text(), "plain"),
				part(mail.words().html(), "html")));
	}

	private static InternetAddress recipient(Mail mail) throws MessagingException {
		try {
			return new InternetAddress(mail.address(), HeaderText.of(mail.name()), UTF_8);
		}
		catch (UnsupportedEncodingException ex) {
			throw new MessagingException("every Java platform has UTF-8", ex);
		}
	}

	private static MimeBodyPart part(String text, String subtype) throws MessagingException {
		MimeBodyPart part = new MimeBodyPart();
		part.setText(text, UTF_8, subtype);
		return part;
	}

	/** Whether a server got it whole, so that only its last word may be missing. */
	boolean isWritten() {
		return this.written;
	}

	@Override
	public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
		super.writeTo(out, ignored);
		this.written = true;
	}

	@Override
	protected void updateMessageID() throws MessagingException {
		setHeader("Message-ID", this.messageId);
	}

}
