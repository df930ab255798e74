package dev.onboard.mail.smtp;

import java.util.OptionalInt;

import dev.onboard.delivery.Outcome;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/**
 * What an SMTP reply means (RFC 5321): 4xx passes, 5xx about a recipient or the message
 * does not. Whatever else goes wrong is the server's or the settings' trouble.
 */
final class SmtpReplies {

	private SmtpReplies() {
	}

	static Outcome outcome(MailException failure) {
		if (failure instanceof MailAuthenticationException) {
			return new Outcome.Retry("the mail server refuses our SMTP login; check SMTP_USERNAME and SMTP_PASSWORD");
		}
		OptionalInt reply = reply(failure);
		if (reply.isEmpty()) {
			return new Outcome.Retry("the mail server cannot be reached by SMTP, or did not answer in time");
		}
		String detail = "the mail server answered " + reply.getAsInt() + " to the welcome mail";
		boolean aboutTheMail = reply.getAsInt() >= 550 && reply.getAsInt() <= 554;
		return aboutTheMail ? new Outcome.Refused(detail) : new Outcome.Retry(detail);
	}

	private static OptionalInt reply(MailException failure) {
		if (failure instanceof MailSendException send) {
			for (Exception each : send.getMessageExceptions()) {
				OptionalInt reply = reply(each);
				if (reply.isPresent()) {
					return reply;
				}
			}
		}
		return OptionalInt.empty();
	}

	/** The one about the recipient hides behind the one about the sending. */
	private static OptionalInt reply(@Nullable Exception failure) {
		for (Exception each = failure; each != null; each = next(each)) {
			if (each instanceof SMTPAddressFailedException address) {
				return OptionalInt.of(address.getReturnCode());
			}
			if (each instanceof SMTPSendFailedException send && next(each) == null) {
				return OptionalInt.of(send.getReturnCode());
			}
		}
		return OptionalInt.empty();
	}

	private static @Nullable Exception next(Exception failure) {
		return (failure instanceof jakarta.mail.MessagingException messaging) ? messaging.getNextException() : null;
	}

}
