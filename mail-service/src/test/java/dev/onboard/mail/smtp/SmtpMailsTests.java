package dev.onboard.mail.smtp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import dev.onboard.events.Person;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** What a mail server is told. */
class SmtpMailsTests {

	private static final UUID ID = UUID.fromString("0b0c1d9e-4a55-4d6c-9a3e-1f2b3c4d5e6f");

	private static final List<String> PART_HEADERS = List.of("Content-Type", "Content-Transfer-Encoding");

	@Test
	void whateverTheNameItIsOneRecipientAndTheSameHeaders() throws Exception {
		try (ScriptedSmtp server = ScriptedSmtp.replying("NOOP", "250 fine")) {
			WelcomeMails.service(server.port())
				.run((context) -> HostileNames.of(300)
					.forEach((name) -> assertIsOneMailToAlice(context, server, name)));
		}
	}

	private static void assertIsOneMailToAlice(ApplicationContext context, ScriptedSmtp server, String name) {
		Person person = new Person(ID, "alice", "alice@example.com", name, name, null, null, null);
		String quoted = JsonMapper.shared().writeValueAsString(name);
		int before = server.heard().size();
		assertThat(WelcomeMails.send(context, person)).as(quoted).isEqualTo(WelcomeMails.ACCEPTED);
		List<String> heard = server.heard();
		assertIsOneMailToAlice(quoted, heard.subList(before, heard.size()));
	}

	private static void assertIsOneMailToAlice(String name, List<String> heard) {
		int data = heard.indexOf("DATA");
		assertThat(heard.subList(0, data)).as(name)
			.filteredOn((line) -> !line.startsWith("EHLO") && !line.equals("QUIT"))
			.containsExactly("MAIL FROM:<welcome@example.com>", "RCPT TO:<alice@example.com>");
		List<String> mail = heard.subList(data + 1, heard.size());
		List<String> headers = mail.subList(0, mail.indexOf(""));
		assertThat(headers).as(name)
			.filteredOn((line) -> !line.matches("[ \t].*"))
			.extracting((line) -> line.substring(0, line.indexOf(':')))
			.containsExactlyInAnyOrder("Date", "From", "To", "Message-ID", "Subject", "MIME-Version", "Content-Type",
					"Auto-Submitted");
		assertThat(headers).as(name)
			.contains("From: welcome@example.com", "Message-ID: <welcome." + ID + "@example.com>")
			.allMatch((line) -> line.length() < 200 && line.chars().allMatch((c) -> c >= ' ' && c < 127 || c == '\t'));
		assertThat(parts(String.join("\r\n", mail))).as(name).containsExactly(PART_HEADERS, PART_HEADERS);
	}

	/** The names of the headers of each part. */
	private static List<List<String>> parts(String mail) {
		List<List<String>> parts = new ArrayList<>();
		try {
			MimeMultipart content = (MimeMultipart) new MimeMessage((Session) null,
					new ByteArrayInputStream(mail.getBytes(StandardCharsets.ISO_8859_1)))
				.getContent();
			for (int i = 0; i < content.getCount(); i++) {
				parts.add(Collections.list(content.getBodyPart(i).getAllHeaders())
					.stream()
					.map(Header::getName)
					.toList());
			}
			return parts;
		}
		catch (IOException | MessagingException ex) {
			throw new IllegalStateException(mail, ex);
		}
	}

}
