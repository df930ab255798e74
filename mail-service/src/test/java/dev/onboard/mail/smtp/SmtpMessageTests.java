package dev.onboard.mail.smtp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import dev.onboard.mail.Mail;
import dev.onboard.mail.MailTemplate;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A mail as its reader gets it. */
class SmtpMessageTests {

	@ParameterizedTest
	@ValueSource(strings = { "Alice Ivanova", "Алиса Иванова", "爱丽丝 王", "أليس إيفانوفا", "Zoë 🎉 O'Neill",
			"J. R. R. de la Cruz, PhD" })
	void namesOfEveryScriptComeOutRight(String name) throws Exception {
		MimeMessage mail = sent(name, "Welcome, " + name + "!");
		assertThat(mail.getSubject()).isEqualTo("Welcome, " + name + "!");
		assertThat(mail.getRecipients(Message.RecipientType.TO))
			.containsExactly(new InternetAddress("alice@example.com"));
		assertThat(((InternetAddress) mail.getAllRecipients()[0]).getPersonal()).isEqualTo(name);
	}

	@Test
	void isTheSameInTextAndInHtml() throws Exception {
		MimeMultipart parts = (MimeMultipart) sent("Alice", "Welcome").getContent();
		assertThat(parts.getContentType()).startsWith("multipart/alternative;");
		assertThat(parts.getCount()).isEqualTo(2);
		assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
		assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Привет, Alice");
		assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
		assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>Привет, Alice</p>");
	}

	@Test
	void hasTheMessageIdOfTheMailEachTime() throws Exception {
		assertThat(sent("Alice", "Welcome").getMessageID()).isEqualTo(sent("Alice", "Hello").getMessageID())
			.isEqualTo("<welcome.1@company.example>");
	}

	@Test
	void comesFromTheSenderByAMachine() throws Exception {
		MimeMessage mail = sent("Alice", "Welcome");
		assertThat(mail.getFrom()).containsExactly(new InternetAddress("welcome@company.example"));
		assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
	}

	@ParameterizedTest
	@CsvSource({ "A,B", "А,Б" })
	void lineBreaksNeverReachTheReader(String before, String after) throws Exception {
		MimeMessage mail = sent(before + "\r\n" + after, before + "\u2028" + after);
		assertThat(mail.getSubject()).isEqualTo(before + " " + after);
		assertThat(((InternetAddress) mail.getAllRecipients()[0]).getPersonal()).isEqualTo(before + " " + after);
	}

	@Test
	void whatLooksEncodedIsNotDecoded() throws Exception {
		assertThat(sent("Alice", "=?utf-8?q?Eve?=").getSubject()).isEqualTo("= ?utf-8?q?Eve?=");
	}

	@Test
	void isWrittenOnlyWhenAllOfItIs() throws Exception {
		SmtpMessage message = message("Alice", "Welcome");
		assertThat(message.isWritten()).isFalse();
		message.writeTo(new ByteArrayOutputStream());
		assertThat(message.isWritten()).isTrue();
	}

	/** Written out and read again. */
	private static MimeMessage sent(String name, String subject) throws Exception {
		SmtpMessage message = message(name, subject);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		message.writeTo(bytes);
		assertThat(bytes.toString(StandardCharsets.ISO_8859_1).lines()).allMatch((line) -> line.length() <= 998);
		return new MimeMessage((Session) null, new ByteArrayInputStream(bytes.toByteArray()));
	}

	private static SmtpMessage message(String name, String subject) throws Exception {
		SmtpMessage message = new SmtpMessage(new Mail("welcome", "welcome.1", "alice@example.com", name,
				new MailTemplate(subject, "Привет, Alice", "<p>Привет, Alice</p>")), "welcome@company.example");
		message.saveChanges();
		return message;
	}

}
