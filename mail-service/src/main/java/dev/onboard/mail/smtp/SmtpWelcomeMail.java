package dev.onboard.mail.smtp;

import dev.onboard.delivery.ledger.Effect;
import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.delivery.ledger.Work;
import dev.onboard.mail.MailSettings;
import jakarta.mail.MessagingException;

import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/**
 * Sends the welcome mail. SMTP cannot be asked whether a mail was accepted; a repeat
 * after a lost answer carries the same Message-ID, so that a mailbox may tell.
 */
@Component("welcomeMail")
class SmtpWelcomeMail implements Effect {

	private final JavaMailSender sender;

	private final MailSettings settings;

	SmtpWelcomeMail(JavaMailSender sender, MailSettings settings) {
		this.sender = sender;
		this.settings = settings;
	}

	@Override
	public String name() {
		return "welcome-mail";
	}

	@Override
	public Outcome perform(Work work) {
		try {
			this.sender.send(new WelcomeMessage(work.person(), this.settings.from()));
			return SmtpReplies.ACCEPTED;
		}
		catch (MessagingException ex) {
			return new Outcome.Refused("the welcome mail cannot be written: " + ex.getMessage());
		}
		catch (MailException ex) {
			return SmtpReplies.outcome(ex);
		}
	}

}
