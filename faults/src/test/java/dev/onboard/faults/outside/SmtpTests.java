package dev.onboard.faults.outside;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

import dev.onboard.faults.outside.Seen.Kind;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The mail server, as the mail library that the mail-service uses meets it. */
class SmtpTests {

	private static final String ALICE = "alice@example.com";

	@TempDir
	private Path folder;

	private Outside outside;

	@BeforeEach
	void open() throws Exception {
		this.outside = new Outside(this.folder.resolve("seen.jsonl"));
		new Visitor(this.outside).createMailbox(ALICE);
	}

	@AfterEach
	void close() {
		this.outside.close();
	}

	@Test
	void everyMailIsAnotherOneInTheMailbox() throws Exception {
		send(ALICE, "<welcome.1@example.com>");
		send(ALICE, "<welcome.1@example.com>");
		send(ALICE, "<activation.1.1@example.com>");
		assertThat(
				new Visitor(this.outside).mail("GET", "/users/" + ALICE + "/mailboxes/INBOX/messageCount", "").body())
			.isEqualTo("3");
		assertThat(this.outside.seen().subList(1, 4)).extracting(Seen::kind)
			.containsExactly(Kind.WELCOME_MAIL, Kind.WELCOME_MAIL, Kind.OTHER_MAIL);
		assertThat(this.outside.seen().subList(1, 4)).extracting(Seen::detail)
			.containsExactly("<welcome.1@example.com>", "<welcome.1@example.com>", "<activation.1.1@example.com>");
	}

	@Test
	void takesMailForElsewhereAndNotForNobody() throws Exception {
		send("alice@home.example", "<activation.1.1@example.com>");
		assertThat(this.outside.seen().get(1)).extracting(Seen::kind, Seen::person)
			.containsExactly(Kind.OTHER_MAIL, "alice@home.example");
		assertThatExceptionOfType(SendFailedException.class)
			.isThrownBy(() -> send("nobody@example.com", "<welcome.2@example.com>"))
			.withStackTraceContaining("550 5.1.1");
	}

	@Test
	void failsWithAReplyAndTakesNothing() {
		this.outside.smtp().behave(Behaviour.status(451));
		assertThatExceptionOfType(SMTPSendFailedException.class).isThrownBy(this::welcome)
			.satisfies((ex) -> assertThat(ex.getReturnCode()).isEqualTo(451));
		this.outside.smtp().behave(Behaviour.only(ALICE::equals, Behaviour.status(550)));
		assertThatExceptionOfType(SendFailedException.class).isThrownBy(this::welcome).withStackTraceContaining("550");
		assertThat(this.outside.smtp().failed()).isEqualTo(2);
		assertThat(this.outside.seen()).hasSize(1);
	}

	@Test
	void saysNothingThatCanBeUnderstood() {
		this.outside.smtp().behave(Behaviour.wrongJson());
		assertThatExceptionOfType(MessagingException.class).isThrownBy(this::welcome);
		assertThat(this.outside.seen()).hasSize(1);
	}

	@Test
	void takesTheMailAndBreaksOff() {
		this.outside.smtp().behave(Behaviour.losesAnswers(1, 1));
		assertThatExceptionOfType(MessagingException.class).isThrownBy(this::welcome);
		this.outside.smtp().behave(Behaviour.halfAnswers());
		assertThatExceptionOfType(MessagingException.class).isThrownBy(this::welcome);
		assertThat(this.outside.smtp().answersLost()).isEqualTo(2);
		assertThat(this.outside.seen()).hasSize(3);
	}

	@Test
	void hangsWithTheMailInHand() {
		this.outside.smtp().behave(Behaviour.hangs(Duration.ofMinutes(1)));
		assertThatExceptionOfType(MessagingException.class).isThrownBy(this::welcome);
		assertThat(this.outside.seen()).hasSize(1);
	}

	@Test
	void whatMeetsAnActionBeforeItTakesEffectIsNeverDone() throws Exception {
		this.outside.smtp().onNext(Target.Point.BEFORE_EFFECT, () -> assertThat(this.outside.seen()).hasSize(1));
		assertThatExceptionOfType(MessagingException.class).isThrownBy(this::welcome);
		assertThat(this.outside.seen()).hasSize(1);
		this.outside.smtp().onNext(Target.Point.AFTER_EFFECT, () -> assertThat(this.outside.seen()).hasSize(2));
		welcome();
	}

	private void welcome() throws MessagingException {
		send(ALICE, "<welcome.1@example.com>");
	}

	private void send(String to, String messageId) throws MessagingException {
		Properties properties = new Properties();
		properties.put("mail.smtp.host", "127.0.0.1");
		properties.put("mail.smtp.port", Integer.toString(this.outside.smtpPort()));
		properties.put("mail.smtp.timeout", "1000");
		MimeMessage message = new MimeMessage(Session.getInstance(properties)) {

			@Override
			protected void updateMessageID() throws MessagingException {
				setHeader("Message-ID", messageId);
			}

		};
		message.setFrom(new InternetAddress("welcome@example.com"));
		message.setRecipient(RecipientType.TO, new InternetAddress(to));
		message.setText("Hello\n.\nMessage-ID: <in.the@text>");
		Transport.send(message);
	}

}
