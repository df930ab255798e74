package dev.onboard.mail.smtp;

import java.io.IOException;
import java.util.Properties;
import java.util.stream.Stream;

import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.events.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;

/** Every reply of a mail server and what it means. */
class SmtpRepliesTests {

	private static final Outcome NO_ANSWER = new Outcome.Transient(
			"the mail server cannot be reached by SMTP, or broke off, or did not answer in time");

	private static final Outcome NO_LAST_WORD = new Outcome.Ambiguous(
			"the mail server did not say whether it accepted the welcome mail");

	private static final Outcome NO_TLS = new Outcome.Misconfigured(
			"the mail server does not speak TLS with us; check SMTP_STARTTLS_REQUIRED and its certificate");

	private final Person alice = WelcomeMails.person("Alice", "Ivanova");

	@ParameterizedTest
	@CsvSource({ "RCPT,421 later", "RCPT,452 full", "RCPT,503 order", "DATA,451 error", "DATA,421 later", ".,421 later",
			".,450 busy", ".,451 error", ".,452 full", ".,500 what" })
	void passingTrouble(String command, String reply) throws IOException {
		assertThat(send(command, reply)).isEqualTo(
				new Outcome.Transient("the mail server answered " + reply.substring(0, 3) + " to the welcome mail"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "450 busy", "451 greylisted" })
	void passingTroubleOfOneRecipient(String reply) throws IOException {
		assertThat(send("RCPT", reply)).isEqualTo(new Outcome.Later(
				"the mail server answered " + reply.substring(0, 3) + " to the welcome mail's recipient"));
	}

	@ParameterizedTest
	@CsvSource({ "RCPT,550 unknown", "RCPT,551 moved", "RCPT,552 full", "RCPT,553 name", "RCPT,554 no", "RCPT,556 none",
			"DATA,554 no", ".,550 policy", ".,552 too large", ".,554 spam" })
	void refusals(String command, String reply) throws IOException {
		assertThat(send(command, reply)).isEqualTo(
				new Outcome.Refused("the mail server answered " + reply.substring(0, 3) + " to the welcome mail"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "530 log in first", "550 not you", "553 no such sender", "554 not you" })
	void aRefusedSenderIsNotThePersonsFault(String reply) throws IOException {
		assertThat(send("MAIL", reply)).isEqualTo(new Outcome.Misconfigured("the mail server answered "
				+ reply.substring(0, 3) + " to our sender; check MAIL_FROM, SMTP_USERNAME and SMTP_PASSWORD"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "421 later", "451 error", "452 full" })
	void aSenderThatHasToWait(String reply) throws IOException {
		assertThat(send("MAIL", reply))
			.isEqualTo(new Outcome.Transient("the mail server answered " + reply.substring(0, 3) + " to our sender"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "535 wrong", "534 stronger", "550 no", "504 no such way" })
	void aRefusedLogin(String reply) throws IOException {
		assertThat(send("AUTH", reply, "SMTP_USERNAME=mail", "SMTP_PASSWORD=s3cret"))
			.isEqualTo(new Outcome.Misconfigured(
					"the mail server does not take our SMTP login; check SMTP_USERNAME and SMTP_PASSWORD"));
	}

	@Test
	void aServerThatKnowsNoWayToLogIn() throws IOException {
		assertThat(send("EHLO", "250-hello\r\n250 AUTH EXTERNAL", "SMTP_USERNAME=mail", "SMTP_PASSWORD=s3cret"))
			.isEqualTo(new Outcome.Misconfigured(
					"the mail server does not take our SMTP login; check SMTP_USERNAME and SMTP_PASSWORD"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "454 later", "421 later", ScriptedSmtp.CLOSE, ScriptedSmtp.HANG })
	void aLoginThatHasToWait(String reply) throws IOException {
		assertThat(send("AUTH", reply, "SMTP_USERNAME=mail", "SMTP_PASSWORD=s3cret",
				"spring.mail.properties.mail.smtp.timeout=300"))
			.isEqualTo(new Outcome.Transient("the mail server does not take our SMTP login for now"));
	}

	@ParameterizedTest
	@CsvSource({ "greeting,421 later", "greeting,554 no service", "greeting,hello", "greeting,close", "greeting,reset",
			"greeting,hang", "EHLO,close", "EHLO,hang", "MAIL,close", "MAIL,hang", "MAIL,what", "RCPT,close",
			"RCPT,hang", "RCPT,what", "DATA,close", "DATA,hang" })
	void noAnswer(String command, String reply) throws IOException {
		assertThat(send(command, reply, "spring.mail.properties.mail.smtp.timeout=300")).isEqualTo(NO_ANSWER);
	}

	@ParameterizedTest
	@ValueSource(strings = { ScriptedSmtp.CLOSE, ScriptedSmtp.RESET, ScriptedSmtp.HANG, "what" })
	void noAnswerToAWholeMailLeavesItOpenWhetherItWasAccepted(String reply) throws IOException {
		assertThat(send(".", reply, "spring.mail.properties.mail.smtp.timeout=300")).isEqualTo(NO_LAST_WORD);
	}

	@ParameterizedTest
	@ValueSource(strings = { ScriptedSmtp.CLOSE, ScriptedSmtp.RESET, ScriptedSmtp.HANG, "500 what" })
	void onceAcceptedNothingOfTheGoodbyeMakesItBeSentAgain(String reply) throws IOException {
		assertThat(send("QUIT", reply, "spring.mail.properties.mail.smtp.quitwait=true",
				"spring.mail.properties.mail.smtp.timeout=300"))
			.isEqualTo(WelcomeMails.ACCEPTED);
	}

	@Test
	void aServerWithoutTheTlsThatIsRequired() throws IOException {
		assertThat(send("EHLO", "250 hello", "SMTP_STARTTLS_REQUIRED=true")).isEqualTo(NO_TLS);
	}

	@Test
	void aServerWhoseTlsFails() throws IOException {
		try (ScriptedSmtp server = ScriptedSmtp.replying("EHLO", "250-hello\r\n250 STARTTLS")) {
			assertThat(WelcomeMails.send(server.port(), this.alice)).isEqualTo(NO_TLS);
		}
	}

	@Test
	void eachWaitHasALimit() {
		WelcomeMails.service(1).run((context) -> {
			Properties limits = context.getBean(JavaMailSenderImpl.class).getJavaMailProperties();
			assertThat(Stream.of("connectiontimeout", "writetimeout")
				.map((limit) -> limits.getProperty("mail.smtp." + limit)))
				.allSatisfy((limit) -> assertThat(Integer.parseInt(limit)).isBetween(1, 5000));
			assertThat(Integer.parseInt(limits.getProperty("mail.smtp.timeout"))).isBetween(15_000, 25_000);
			assertThat(limits).hasEntrySatisfying("mail.smtp.socketFactory",
					(sockets) -> assertThat(sockets).isInstanceOf(TimedSockets.class));
			assertThat(limits).containsEntry("mail.smtp.quitwait", "false");
		});
	}

	private Outcome send(String command, String reply, String... settings) throws IOException {
		try (ScriptedSmtp server = ScriptedSmtp.replying(command, reply)) {
			Outcome outcome = WelcomeMails.send(server.port(), this.alice, settings);
			assertThat(outcome.detail()).doesNotContain("s3cret");
			return outcome;
		}
	}

}
