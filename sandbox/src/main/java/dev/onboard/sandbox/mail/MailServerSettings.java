package dev.onboard.sandbox.mail;

import java.nio.file.Path;
import java.util.Map;

/**
 * What the mail server is told at its start.
 *
 * @param bind the address to listen on
 * @param domain whose mail is local
 * @param directory where its configuration is written and where it works
 */
public record MailServerSettings(String bind, int smtpPort, int imapPort, int webAdminPort, String domain,
		Path directory) {

	Map<String, String> places() {
		return Map.of("bind", this.bind, "smtpPort", Integer.toString(this.smtpPort), "imapPort",
				Integer.toString(this.imapPort), "webAdminPort", Integer.toString(this.webAdminPort), "domain",
				this.domain);
	}

}
