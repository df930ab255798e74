package dev.onboard.mail.smtp;

import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.onboard.delivery.ledger.Outcome;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/**
 * What an SMTP reply means (RFC 5321): 4xx passes, and 450 or 451 to the recipient says
 * nothing of the server; 55x to the recipient or to the mail is final, and 5xx to our
 * login or our sender would meet anybody. Without a reply only a mail that was written
 * whole may have been accepted.
 *
 * @param what was sent, such as {@code welcome mail}
 */
record SmtpReplies(String what) {

	private static final Pattern PASSING = Pattern.compile("(4\\d\\d|\\[EOF]).*", Pattern.DOTALL);

	Outcome accepted() {
		return new Outcome.Done(this.what + " accepted by the mail server");
	}

	/**
	 * Reads a failure.
	 * @param written whether the server got the mail whole
	 */
	Outcome outcome(MailException failure, boolean written) {
		if (failure instanceof MailAuthenticationException) {
			return login(failure.getMostSpecificCause());
		}
		if (failure instanceof MailSendException send && send.getMessageExceptions().length == 0) {
			// Only the goodbye after the mail failed.
			return accepted();
		}
		return causes(failure).map(this::meaning)
			.filter(Objects::nonNull)
			.findFirst()
			.orElseGet(() -> written
					? new Outcome.Ambiguous("the mail server did not say whether it accepted the " + this.what)
					: new Outcome.Transient(
							"the mail server cannot be reached by SMTP, or broke off, or did not answer in time"));
	}

	private static Outcome login(Throwable cause) {
		boolean passing = !(cause instanceof AuthenticationFailedException)
				|| PASSING.matcher(String.valueOf(cause.getMessage())).matches();
		return passing ? new Outcome.Transient("the mail server does not take our SMTP login for now")
				: new Outcome.Misconfigured(
						"the mail server does not take our SMTP login; check SMTP_USERNAME and SMTP_PASSWORD");
	}

	private static Stream<Exception> causes(MailException failure) {
		Exception[] failures = (failure instanceof MailSendException send) ? send.getMessageExceptions()
				: new Exception[0];
		return Arrays.stream(failures).flatMap((each) -> Stream.iterate(each, Objects::nonNull, SmtpReplies::next));
	}

	private static @Nullable Exception next(Exception failure) {
		return (failure instanceof MessagingException messaging) ? messaging.getNextException() : null;
	}

	private @Nullable Outcome meaning(Exception failure) {
		if (failure instanceof SMTPAddressFailedException recipient) {
			return aboutTheRecipient(recipient.getReturnCode());
		}
		if (failure instanceof SMTPSendFailedException sending) {
			return sending.getCommand().startsWith("MAIL") ? aboutUs(sending.getReturnCode())
					: aboutTheMail(sending.getReturnCode());
		}
		boolean tls = failure instanceof MessagingException && String.valueOf(failure.getMessage()).contains("TLS");
		return tls
				? new Outcome.Misconfigured(
						"the mail server does not speak TLS with us; check SMTP_STARTTLS_REQUIRED and its certificate")
				: null;
	}

	/** Their mailbox is busy, or greylists us, or their server cannot be asked. */
	private @Nullable Outcome aboutTheRecipient(int reply) {
		return (reply == 450 || reply == 451)
				? new Outcome.Later("the mail server answered " + reply + " to the " + this.what + "'s recipient")
				: aboutTheMail(reply);
	}

	private @Nullable Outcome aboutTheMail(int reply) {
		String detail = "the mail server answered " + reply + " to the " + this.what;
		if (reply / 10 == 55) {
			return new Outcome.Refused(detail);
		}
		return (reply > 0) ? new Outcome.Transient(detail) : null;
	}

	private static @Nullable Outcome aboutUs(int reply) {
		String detail = "the mail server answered " + reply + " to our sender";
		if (reply >= 500) {
			return new Outcome.Misconfigured(detail + "; check MAIL_FROM, SMTP_USERNAME and SMTP_PASSWORD");
		}
		return (reply > 0) ? new Outcome.Transient(detail) : null;
	}

}
