package dev.onboard.mail.james;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import dev.onboard.delivery.http.StubTarget;
import dev.onboard.delivery.http.StubTarget.Reply;
import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.delivery.ledger.Work;
import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import dev.onboard.mail.InitialPasswords;
import dev.onboard.mail.MailSettings;
import dev.onboard.testing.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static dev.onboard.delivery.http.StubTarget.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Every answer of James and what it means. */
@ExtendWith(OutputCaptureExtension.class)
class JamesMailboxTests {

	private static final Person ALICE = new Person(UUID.randomUUID(), "alice", "alice@example.com", "Alice", "Ivanova",
			null, null, null);

	private static final Attempt SECOND_GENERATION = new Attempt(2, 1);

	private static final String EXISTS = """
			{"statusCode":409,"type":"WrongState","message":"User already exists","details":null}""";

	private static final Outcome CREATED = new Outcome.Done("mailbox alice@example.com created");

	private static final Outcome OURS = new Outcome.Done("mailbox alice@example.com created by an earlier try");

	private static final Outcome NOT_OURS = new Outcome.Refused(
			"the mailbox alice@example.com exists already and is not ours; somebody has to decide");

	static Stream<Arguments> answers() {
		Reply exists = answer(409, EXISTS);
		Reply wrong = answer(401, "");
		Reply bad = answer(400, "{\"statusCode\":400,\"message\":\"Domain does not exist in DomainList\"}");
		Reply html = answer(400, "<html>" + secrets() + "</html>", "Content-Type: text/html");
		return Stream.of(arguments(CREATED, 1, List.of(answer(204, ""))),
				arguments(OURS, 1, List.of(exists, answer(204, ""))),
				arguments(OURS, 2, List.of(exists, wrong, answer(204, ""))),
				arguments(NOT_OURS, 1, List.of(exists, wrong)),
				arguments(NOT_OURS, 3, List.of(exists, wrong, wrong, wrong)),
				arguments(retry("answered 500"), 2, List.of(exists, wrong, answer(500, ""))),
				arguments(retry("broke off the connection"), 1, List.of(exists, StubTarget.reset())),
				arguments(retry("does not know the domain example.com; add it there"), 1,
						List.of(bad, answer(404, "{\"statusCode\":404}"))),
				arguments(new Outcome.Refused("the mail server refuses the address alice@example.com"), 1,
						List.of(bad, answer(204, ""))),
				arguments(new Outcome.Refused("the mail server refuses the address alice@example.com"), 1,
						List.of(html, answer(204, ""))),
				arguments(retry("answered 500"), 1, List.of(bad, answer(500, secrets()))),
				arguments(noAccess(401), 1, List.of(answer(401, ""))),
				arguments(noAccess(403), 1, List.of(answer(403, ""))),
				arguments(noAccess(403), 1, List.of(exists, answer(403, ""))),
				arguments(noAccess(401), 1, List.of(bad, answer(401, ""))),
				arguments(retry("answered 404"), 1, List.of(answer(404, "<html/>"))),
				arguments(retry("answered 200"), 1, List.of(answer(200, "<html>a proxy</html>"))),
				arguments(retry("answered 302"), 1, List.of(answer(302, "", "Location: http://127.0.0.1:1/"))),
				arguments(retry("answered 429", 30), 1, List.of(answer(429, secrets(), "Retry-After: 30"))),
				arguments(retry("answered 503 (overloaded)", 120), 1,
						List.of(answer(503, "overloaded", "Retry-After: 120"))),
				arguments(retry("answered 500"), 1, List.of(answer(500, secrets()))),
				arguments(retry("broke off the connection"), 1, List.of(StubTarget.reset())),
				arguments(retry("broke off the connection"), 1, List.of(StubTarget.bytes(""))),
				arguments(retry("broke off the connection"), 1,
						List.of(StubTarget.bytes("HTTP/1.1 500 No\r\nContent-Length: 100\r\n\r\nhalf"))));
	}

	@ParameterizedTest
	@MethodSource
	void answers(Outcome outcome, int generation, List<Reply> replies, CapturedOutput output) throws IOException {
		try (StubTarget james = StubTarget.answering(replies.toArray(Reply[]::new))) {
			assertThat(mailbox(james.url()).perform(new Work(ALICE, new Attempt(generation, 1), false, null, Map.of())))
				.isEqualTo(outcome);
			assertThat(james.requests()).hasSameSizeAs(replies);
			assertThat(output).doesNotContain("t0ken", "pa55", password(1));
		}
	}

	@Test
	void obeysADateToTryAgain() throws IOException {
		ZonedDateTime date = ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(10);
		try (StubTarget james = StubTarget
			.answering(answer(503, "", "Retry-After: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(date)))) {
			assertThat(mailbox(james.url()).perform(new Work(ALICE, Attempt.FIRST, false, null, Map.of())))
				.isInstanceOfSatisfying(Outcome.Transient.class,
						(retry) -> assertThat(retry.after()).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10)));
		}
	}

	@Test
	void nobodyThere() {
		assertThat(mailbox("http://127.0.0.1:" + Ports.free())
			.perform(new Work(ALICE, Attempt.FIRST, false, null, Map.of()))).isEqualTo(retry("cannot be reached"));
	}

	@Test
	void aServerThatHangsIsGivenUpInTime() throws IOException {
		try (StubTarget james = StubTarget.answering(StubTarget.silence())) {
			Instant start = Instant.now();
			assertThat(mailbox(james.url()).perform(new Work(ALICE, Attempt.FIRST, false, null, Map.of())))
				.isEqualTo(retry("did not answer in time"));
			assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(14));
		}
	}

	@Test
	void createsWithTheInitialPasswordOfThisGeneration() throws IOException {
		try (StubTarget james = StubTarget.answering(answer(204, ""))) {
			mailbox(james.url()).perform(new Work(ALICE, SECOND_GENERATION, false, null, Map.of()));
			assertThat(james.requests()).singleElement().satisfies((request) -> {
				assertThat(request.method() + " " + request.path()).isEqualTo("PUT /users/alice%40example.com");
				assertThat(request.body()).isEqualTo("{\"password\":\"" + password(2) + "\"}");
				assertThat(request.headers()).containsEntry("Content-Type", "application/json")
					.containsEntry("Authorization", "Bearer t0ken")
					.containsEntry("Password", "pa55");
			});
		}
	}

	@Test
	void provesThatAMailboxIsOursWithThePasswordOfEachGenerationNewestFirst() throws IOException {
		try (StubTarget james = StubTarget.answering(answer(409, EXISTS), answer(401, ""), answer(204, ""))) {
			mailbox(james.url()).perform(new Work(ALICE, SECOND_GENERATION, true, null, Map.of()));
			assertThat(james.requests())
				.extracting((request) -> request.method() + " " + request.path() + " " + request.body())
				.containsExactly("PUT /users/alice%40example.com {\"password\":\"" + password(2) + "\"}",
						"POST /users/alice%40example.com/verify {\"password\":\"" + password(2) + "\"}",
						"POST /users/alice%40example.com/verify {\"password\":\"" + password(1) + "\"}");
		}
	}

	@Test
	void asksForTheDomainOfARefusedAddressAndSendsNoPasswordWithIt() throws IOException {
		try (StubTarget james = StubTarget.answering(answer(400, ""), answer(404, ""))) {
			mailbox(james.url()).perform(new Work(ALICE, Attempt.FIRST, false, null, Map.of()));
			assertThat(james.requests()).last()
				.extracting((request) -> request.method() + " " + request.path() + request.body())
				.isEqualTo("GET /domains/example.com");
		}
	}

	@Test
	void needsNeitherTokenNorPassword() throws IOException {
		try (StubTarget james = StubTarget.answering(answer(204, ""))) {
			MailSettings settings = new MailSettings(settings(james.url()).key(), "welcome@example.com", "en", "",
					new MailSettings.James(james.url(), "", ""));
			new JamesMailbox(new JamesConfiguration().james(settings), new InitialPasswords(settings))
				.perform(new Work(ALICE, Attempt.FIRST, false, null, Map.of()));
			assertThat(james.requests().get(0).headers()).doesNotContainKeys("Authorization", "Password");
		}
	}

	private static Outcome retry(String what) {
		return new Outcome.Transient("the mail server " + what);
	}

	private static Outcome retry(String what, long seconds) {
		return new Outcome.Transient("the mail server " + what, Duration.ofSeconds(seconds));
	}

	private static Outcome noAccess(int status) {
		return retry("refuses us (" + status + "); check JAMES_WEBADMIN_TOKEN and JAMES_WEBADMIN_PASSWORD");
	}

	/** What an answer might echo. */
	private static String secrets() {
		return "Bearer t0ken pa55 " + password(1);
	}

	private static String password(int generation) {
		return new InitialPasswords(settings("")).of(ALICE, generation);
	}

	private static JamesMailbox mailbox(String url) {
		MailSettings settings = settings(url);
		return new JamesMailbox(new JamesConfiguration().james(settings), new InitialPasswords(settings));
	}

	private static MailSettings settings(String url) {
		return new MailSettings("0123456789-0123456789-0123456789", "welcome@example.com", "en", "",
				new MailSettings.James(url, "t0ken", "pa55"));
	}

}
