package dev.onboard.mail.smtp;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

import dev.onboard.delivery.ledger.Outcome;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/**
 * What an SMTP reply means (RFC 5321): 55x to the recipient or to the message is final,
 * 4xx passes, and whatever else goes wrong is the server's or the settings' trouble.
 */
final class SmtpReplies {

	static final Outcome ACCEPTED = new Outcome.Done("welcome mail accepted by the mail server");

	private SmtpReplies() {
	}

	static Outcome outcome(MailException failure) {
		if (failure instanceof MailAuthenticationException) {
			return new Outcome.Transient(
					"the mail server does not take our SMTP login; check SMTP_USERNAME and SMTP_PASSWORD");
		}
		if (failure instanceof MailSendException send && send.getMessageExceptions().length == 0) {
			// Only the goodbye after the mail failed.
			return ACCEPTED;
		}
		return causes(failure).map(SmtpReplies::meaning)
			.filter(Objects::nonNull)
			.findFirst()
			.orElseGet(() -> new Outcome.Transient(
					"the mail server cannot be reached by SMTP, or broke off, or did not answer in time"));
	}

	private static Stream<Exception> causes(MailException failure) {
		Exception[] failures = (failure instanceof MailSendException send) ? send.getMessageExceptions()
				: new Exception[0];
		return Arrays.stream(failures).flatMap((each) -> Stream.iterate(each, Objects::nonNull, SmtpReplies::next));
	}

	private static @Nullable Exception next(Exception failure) {
		return (failure instanceof MessagingException messaging) ? messaging.getNextException() : null;
	}

	private static @Nullable Outcome meaning(Exception failure) {
		if (failure instanceof SMTPAddressFailedException recipient) {
			return aboutTheMail(recipient.getReturnCode());
		}
		if (failure instanceof SMTPSendFailedException sending) {
			return sending.getCommand().startsWith("MAIL") ? aboutUs(sending.getReturnCode())
					: aboutTheMail(sending.getReturnCode());
		}
		boolean tls = failure instanceof MessagingException && String.valueOf(failure.getMessage()).contains("TLS");
		return tls
				? new Outcome.Transient(
						"the mail server does not speak TLS with us; check SMTP_STARTTLS_REQUIRED and its certificate")
				: null;
	}

	private static @Nullable Outcome aboutTheMail(int reply) {
		String detail = "the mail server answered " + reply + " to the welcome mail";
		if (reply / 10 == 55) {
			return new Outcome.Refused(detail);
		}
		return (reply > 0) ? new Outcome.Transient(detail) : null;
	}

	private static @Nullable Outcome aboutUs(int reply) {
		String check = (reply >= 500) ? "; check MAIL_FROM, SMTP_USERNAME and SMTP_PASSWORD" : "";
		return (reply > 0) ? new Outcome.Transient("the mail server answered " + reply + " to our sender" + check)
				: null;
	}

}
