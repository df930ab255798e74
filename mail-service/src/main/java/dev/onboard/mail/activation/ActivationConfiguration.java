package dev.onboard.mail.activation;

import dev.onboard.delivery.ledger.Effect;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ActivationSettings.class)
class ActivationConfiguration {

	/** The link that everybody gets without being asked for. */
	@Bean
	Effect activationMail(LinkMails mails) {
		return new LinkMail(LinkMail.FIRST, mails);
	}

}
