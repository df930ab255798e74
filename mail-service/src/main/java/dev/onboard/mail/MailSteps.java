package dev.onboard.mail;

import java.util.List;

import dev.onboard.delivery.ledger.Effect;
import dev.onboard.delivery.ledger.Step;
import dev.onboard.events.TargetSystem;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * First the mailbox and what the role adds to it, then the mail that welcomes its owner
 * in it, then the order for the link that opens it to them.
 */
@Configuration(proxyBeanMethods = false)
class MailSteps {

	@Bean
	Step addingToMail(Effect mailbox, Effect mailboxExtras, Effect welcomeMail, Effect welcomeSeen,
			Effect activationMail) {
		return new Step(TargetSystem.MAIL, List.of(mailbox, mailboxExtras, welcomeMail, welcomeSeen, activationMail));
	}

}
