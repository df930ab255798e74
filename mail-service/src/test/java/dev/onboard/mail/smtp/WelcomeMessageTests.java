package dev.onboard.mail.smtp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.UUID;

import dev.onboard.events.Person;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The mail as its reader gets it. */
class WelcomeMessageTests {

	private static final UUID ID = UUID.fromString("0b0c1d9e-4a55-4d6c-9a3e-1f2b3c4d5e6f");

	@ParameterizedTest
	@CsvSource({ "Alice,Ivanova", "Алиса,Иванова", "爱丽丝,王", "أليس,إيفانوفا", "Zoë 🎉,O'Neill",
			"J. R. R.,de la Cruz, PhD" })
	void namesOfEveryScriptComeOutRight(String firstName, String lastName) throws Exception {
		MimeMessage mail = sent(firstName, lastName);
		assertThat(mail.getSubject()).isEqualTo("Welcome, " + firstName + "!");
		assertThat(mail.getRecipients(Message.RecipientType.TO))
			.containsExactly(new InternetAddress("alice@example.com"));
		assertThat(((InternetAddress) mail.getAllRecipients()[0]).getPersonal()).isEqualTo(firstName + " " + lastName);
		assertThat((String) mail.getContent()).startsWith("Hello " + firstName + " " + lastName + ",")
			.contains("your mailbox, alice@example.com.");
	}

	@Test
	void hasTheSameMessageIdEachTime() throws Exception {
		assertThat(sent("Alice", "Ivanova").getMessageID()).isEqualTo(sent("Alice", "Petrova").getMessageID())
			.isEqualTo("<welcome." + ID + "@company.example>");
	}

	@Test
	void comesFromTheSender() throws Exception {
		assertThat(sent("Alice", "Ivanova").getFrom()).containsExactly(new InternetAddress("welcome@company.example"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "A\r\nBcc: eve@example.com", "A\nBcc: eve@example.com", "A\r\n\r\nanother text",
			"A\u2028Bcc: eve@example.com", "A\u0085Bcc: eve@example.com", "A\u0000B", "\"", "\\", "\\\"",
			"<eve@example.com>", "A>, <eve@example.com", "eve@example.com, bob", "a:b;", "(comment",
			"=?utf-8?q?=0D=0ABcc:=20eve@example.com?=", "=?utf-8?b?QQ==?=", "==??utf-8?q?A?=", "\uD800", "  ", "." })
	void hostileNamesAddNoHeaderAndNoRecipient(String name) throws Exception {
		assertIsOneMailToAlice(sent(name, name));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "я", "爱", "🎉", "a ", "\"", "=?", "\r\n" })
	void longNamesAddNoHeaderAndNoRecipient(String letter) throws Exception {
		assertIsOneMailToAlice(sent(letter.repeat(100), letter.repeat(100)));
	}

	@ParameterizedTest
	@CsvSource({ "A,B", "А,Б" })
	void lineBreaksInNamesNeverReachTheReader(String before, String after) throws Exception {
		MimeMessage mail = sent(before + "\r\n" + after, "Ivanova");
		assertThat(mail.getSubject()).isEqualTo("Welcome, " + before + " " + after + "!");
		assertThat(((InternetAddress) mail.getAllRecipients()[0]).getPersonal())
			.isEqualTo(before + " " + after + " Ivanova");
	}

	@Test
	void whatLooksEncodedIsNotDecoded() throws Exception {
		assertThat(sent("=?utf-8?q?Eve?=", "Ivanova").getSubject()).isEqualTo("Welcome, = ?utf-8?q?Eve?=!");
	}

	private static void assertIsOneMailToAlice(MimeMessage mail) throws Exception {
		assertThat(Collections.list(mail.getAllHeaders())).extracting("name")
			.containsExactlyInAnyOrder("From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type",
					"Content-Transfer-Encoding");
		assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress("alice@example.com"));
		assertThat((String) mail.getContent()).contains("your mailbox, alice@example.com.");
	}

	/** Written out and read again. */
	private static MimeMessage sent(String firstName, String lastName) throws Exception {
		Person alice = new Person(ID, "alice", "alice@example.com", firstName, lastName, null, null, null);
		WelcomeMessage message = new WelcomeMessage(alice, "welcome@company.example");
		message.saveChanges();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		message.writeTo(bytes);
		assertThat(bytes.toString(StandardCharsets.ISO_8859_1).lines()).allMatch((line) -> line.length() <= 998);
		return new MimeMessage((Session) null, new ByteArrayInputStream(bytes.toByteArray()));
	}

}
