package dev.onboard.mail.activation;

import java.time.Duration;

import dev.onboard.mail.MailSettings;

/** Settings of plain tests. */
final class Settings {

	static final MailSettings MAIL = mail("0123456789-0123456789-0123456789", "en");

	static final ActivationSettings DEFAULT = with(new ActivationSettings.PerMinute(60, 10));

	private Settings() {
	}

	static MailSettings mail(String key, String language) {
		return new MailSettings(key, "welcome@example.com", language, "",
				new MailSettings.James("http://james", "", ""));
	}

	static ActivationSettings with(ActivationSettings.PerMinute perMinute) {
		return new ActivationSettings("http://127.0.0.1:8081", Duration.ofDays(7),
				new ActivationSettings.ReadMail("", "", ""), perMinute);
	}

	static ActivationSettings with(ActivationSettings.ReadMail readMail) {
		return new ActivationSettings("http://127.0.0.1:8081", Duration.ofDays(7), readMail, DEFAULT.perMinute());
	}

}
