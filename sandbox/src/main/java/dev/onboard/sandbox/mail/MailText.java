package dev.onboard.sandbox.mail;

import java.io.IOException;
import java.util.Optional;

import javax.mail.MessagingException;
import javax.mail.Multipart;
import javax.mail.Part;

/**
 * The part of a mail that a person would read first.
 */
final class MailText {

	private static final int LONGEST = 65_536;

	private MailText() {
	}

	/**
	 * The first plain text, else the first text of another kind, else nothing. What is
	 * attached as a file is no text, and lines end with a line feed alone.
	 */
	static String of(Part mail) throws MessagingException, IOException {
		String text = first(mail, "text/plain").orElse("");
		if (text.isEmpty()) {
			text = first(mail, "text/*").orElse("");
		}
		text = text.replace("\r\n", "\n");
		return (text.length() <= LONGEST) ? text : text.substring(0, LONGEST) + "…";
	}

	private static Optional<String> first(Part part, String type) throws MessagingException, IOException {
		if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
			return Optional.empty();
		}
		if (part.isMimeType(type) && part.getContent() instanceof String text) {
			return Optional.of(text);
		}
		if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
			for (int i = 0; i < parts.getCount(); i++) {
				Optional<String> found = first(parts.getBodyPart(i), type);
				if (found.isPresent()) {
					return found;
				}
			}
		}
		return Optional.empty();
	}

}
