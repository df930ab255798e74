package dev.onboard.mail;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

@SpringBootApplication
@EnableConfigurationProperties({ MailSettings.class, MailRoles.class })
class MailServiceApplication {

	public static void main(String[] arguments) {
		SpringApplication.run(MailServiceApplication.class, arguments);
	}

}
