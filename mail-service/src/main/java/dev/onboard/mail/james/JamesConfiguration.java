package dev.onboard.mail.james;

import dev.onboard.delivery.http.TargetClient;
import dev.onboard.mail.MailSettings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;

@Configuration(proxyBeanMethods = false)
class JamesConfiguration {

	/** WebAdmin, with what it wants to see of us. */
	@Bean
	TargetClient james(MailSettings settings) {
		return new TargetClient("the mail server", settings.james().url(),
				(headers) -> authorize(headers, settings.james()));
	}

	private static void authorize(HttpHeaders headers, MailSettings.James settings) {
		if (!settings.token().isEmpty()) {
			headers.setBearerAuth(settings.token());
		}
		if (!settings.password().isEmpty()) {
			headers.set("Password", settings.password());
		}
	}

}
