package dev.onboard.mail.smtp;

import java.io.IOException;
import java.util.List;

import dev.onboard.events.Person;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a mail server is told. */
class SmtpWelcomeMailTests {

	@ParameterizedTest
	@ValueSource(strings = { "Alice", "Алиса", "A\r\nBcc: eve@example.com", "A>, <eve@example.com", "A\r\n.\r\nQUIT" })
	void namesOneRecipientAndAConstantNumberOfHeaders(String name) throws IOException {
		try (ScriptedSmtp server = ScriptedSmtp.replying("NOOP", "250 fine")) {
			Person person = WelcomeMails.person(name, "Ivanova");
			assertThat(WelcomeMails.send(server.port(), person)).isEqualTo(SmtpReplies.ACCEPTED);
			List<String> heard = server.heard();
			int data = heard.indexOf("DATA");
			assertThat(heard.subList(0, data)).filteredOn((line) -> !line.startsWith("EHLO"))
				.containsExactly("MAIL FROM:<welcome@example.com>", "RCPT TO:<" + person.address() + ">");
			assertThat(heard.subList(data + 1, heard.indexOf(""))).filteredOn((line) -> !line.matches("\\s.*"))
				.extracting((line) -> line.substring(0, line.indexOf(':')))
				.containsExactlyInAnyOrder("Date", "From", "To", "Message-ID", "Subject", "MIME-Version",
						"Content-Type", "Content-Transfer-Encoding");
		}
	}

}
