package dev.onboard.mail.james;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
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

/**
 * Every answer of James and what it means; what its answers lead to is in the gate's
 * tests.
 */
@ExtendWith(OutputCaptureExtension.class)
class JamesMailboxTests {

	private static final Person ALICE = new Person(UUID.randomUUID(), "alice", "alice@example.com", "Alice", "Ivanova",
			null, null, null);

	private static final Reply NOTHING = answer(200, "[]");

	private static final Reply CREATED = answer(204, "");

	private static final Reply EXISTS = answer(409, """
			{"statusCode":409,"type":"WrongState","message":"User already exists","details":null}""");

	private static final Reply BAD = answer(400, """
			{"statusCode":400,"message":"Username supplied is invalid","details":"Domain does not exist"}""");

	private static final Reply WRONG_PASSWORD = answer(401, "");

	private static final Reply NOT_THERE = answer(404, "");

	static Stream<Arguments> answersToTheCreate() {
		return Stream.of(arguments(done("created"), 1, List.of(CREATED)),
				arguments(done("created by an earlier try"), 1, List.of(EXISTS, CREATED)),
				arguments(done("created by an earlier try"), 2, List.of(EXISTS, WRONG_PASSWORD, CREATED)),
				arguments(done("created by an earlier try"), 3,
						List.of(EXISTS, WRONG_PASSWORD, WRONG_PASSWORD, CREATED)),
				arguments(passing("refuses alice@example.com though nothing is there"), 1,
						List.of(EXISTS, WRONG_PASSWORD, NOT_THERE)),
				arguments(passing("answered 500"), 1, List.of(EXISTS, WRONG_PASSWORD, answer(500, ""))),
				arguments(unclear("answered 500"), 1, List.of(EXISTS, answer(500, ""))),
				arguments(unclear("broke off the connection"), 1, List.of(EXISTS, StubTarget.reset())),
				arguments(misconfigured("does not know the domain example.com; add it there"), 1,
						List.of(BAD, answer(404, "{\"statusCode\":404}"))),
				arguments(refused(), 1, List.of(BAD, answer(204, ""))),
				arguments(refused(), 1,
						List.of(answer(400, "<html>" + secrets() + "</html>", "Content-Type: text/html"),
								answer(204, ""))),
				arguments(passing("answered 500"), 1, List.of(BAD, answer(500, secrets()))),
				arguments(noAccess(401), 1, List.of(BAD, answer(401, ""))),
				arguments(noAccess(401), 1, List.of(answer(401, ""))),
				arguments(noAccess(403), 1, List.of(answer(403, ""))),
				arguments(passing("answered 404"), 1, List.of(answer(404, "<html/>"))),
				arguments(passing("answered 200"), 1, List.of(answer(200, "<html>a proxy</html>"))),
				arguments(passing("answered 302"), 1, List.of(answer(302, "", "Location: http://127.0.0.1:1/"))),
				arguments(new Outcome.Throttled("the mail server answered 429", Duration.ofSeconds(30)), 1,
						List.of(answer(429, secrets(), "Retry-After: 30"))),
				arguments(passing("answered 429"), 1, List.of(answer(429, ""))),
				arguments(new Outcome.Ambiguous("the mail server answered 503 (overloaded)", Duration.ofSeconds(120)),
						1, List.of(answer(503, "overloaded", "Retry-After: 120"))),
				arguments(unclear("answered 500"), 1, List.of(answer(500, secrets()))),
				arguments(unclear("broke off the connection"), 1, List.of(StubTarget.reset())),
				arguments(unclear("broke off the connection"), 1, List.of(StubTarget.bytes(""))),
				arguments(unclear("broke off the connection"), 1,
						List.of(StubTarget.bytes("HTTP/1.1 500 No\r\nContent-Length: 100\r\n\r\nhalf"))));
	}

	@ParameterizedTest
	@MethodSource
	void answersToTheCreate(Outcome outcome, int generation, List<Reply> replies, CapturedOutput output)
			throws IOException {
		assertAnswers(outcome, generation, Stream.concat(Stream.of(NOTHING, NOTHING, NOTHING), replies.stream()),
				output);
	}

	static Stream<Arguments> answersToTheQuestions() {
		return Stream.of(arguments(noAccess(401), answer(401, secrets())), arguments(noAccess(403), answer(403, "")),
				arguments(passing("answered 404"), answer(404, "")),
				arguments(passing("answered 302"), answer(302, "", "Location: http://127.0.0.1:1/")),
				arguments(passing("answered 500"), answer(500, secrets())),
				arguments(new Outcome.Transient("the mail server answered 503", Duration.ofSeconds(120)),
						answer(503, secrets(), "Retry-After: 120")),
				arguments(new Outcome.Throttled("the mail server answered 429", Duration.ofSeconds(30)),
						answer(429, "", "Retry-After: 30")),
				arguments(passing("does not answer as WebAdmin does; check JAMES_WEBADMIN_URL"),
						answer(200, "<html>a proxy</html>")),
				arguments(passing("does not answer as WebAdmin does; check JAMES_WEBADMIN_URL"), answer(200, "{}")),
				arguments(passing("does not answer as WebAdmin does; check JAMES_WEBADMIN_URL"), answer(200, "")),
				arguments(passing("broke off the connection"),
						StubTarget.bytes("HTTP/1.1 200 Yes\r\nContent-Length: 100\r\n\r\n[")));
	}

	@ParameterizedTest
	@MethodSource
	void answersToTheQuestions(Outcome outcome, Reply reply, CapturedOutput output) throws IOException {
		for (Reply[] replies : new Reply[][] { { reply }, { NOTHING, reply }, { NOTHING, NOTHING, reply } }) {
			assertAnswers(outcome, 1, Arrays.stream(replies), output);
		}
	}

	private static void assertAnswers(Outcome outcome, int generation, Stream<Reply> replies, CapturedOutput output)
			throws IOException {
		Reply[] all = replies.toArray(Reply[]::new);
		try (StubTarget james = StubTarget.answering(all)) {
			assertThat(perform(james.url(), new Attempt(generation, 1))).isEqualTo(outcome);
			assertThat(james.requests()).hasSameSizeAs(all);
			assertThat(output).doesNotContain("t0ken", "pa55", password(1));
		}
	}

	@Test
	void nobodyThere() {
		assertThat(perform("http://127.0.0.1:" + Ports.free(), Attempt.FIRST)).isEqualTo(passing("cannot be reached"));
	}

	@Test
	void aServerThatHangsIsGivenUpInTime() throws IOException {
		try (StubTarget james = StubTarget.answering(NOTHING, NOTHING, NOTHING, StubTarget.silence())) {
			Instant start = Instant.now();
			assertThat(perform(james.url(), Attempt.FIRST))
				.isEqualTo(Outcome.Ambiguous.late("the mail server did not answer in time"));
			assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(14));
		}
	}

	@Test
	void anOrdinaryPersonTakesThreeQuestionsAndTheCreate() throws IOException {
		try (StubTarget james = StubTarget.answering(NOTHING, NOTHING, NOTHING, CREATED)) {
			perform(james.url(), new Attempt(2, 1));
			assertThat(james.requests())
				.extracting((request) -> request.method() + " " + request.path() + " " + request.body())
				.containsExactly("GET /mappings/user/alice%40example.com ",
						"GET /users/alice%40example.com/mailboxes?force ", "GET /address/aliases/alice%40example.com ",
						"PUT /users/alice%40example.com {\"password\":\"" + password(2) + "\"}");
			assertThat(james.requests())
				.allSatisfy((request) -> assertThat(request.headers()).containsEntry("Authorization", "Bearer t0ken")
					.containsEntry("Password", "pa55"));
			assertThat(james.requests().get(3).headers()).containsEntry("Content-Type", "application/json");
		}
	}

	@Test
	void provesThatAMailboxIsOursWithThePasswordOfEachGenerationNewestFirst() throws IOException {
		try (StubTarget james = StubTarget.answering(NOTHING, NOTHING, NOTHING, EXISTS, WRONG_PASSWORD, CREATED)) {
			perform(james.url(), new Attempt(2, 1));
			assertThat(james.requests().subList(4, 6))
				.extracting((request) -> request.method() + " " + request.path() + " " + request.body())
				.containsExactly("POST /users/alice%40example.com/verify {\"password\":\"" + password(2) + "\"}",
						"POST /users/alice%40example.com/verify {\"password\":\"" + password(1) + "\"}");
		}
	}

	@Test
	void asksForTheDomainOfARefusedAddressAndSendsNoPasswordWithIt() throws IOException {
		try (StubTarget james = StubTarget.answering(NOTHING, NOTHING, NOTHING, BAD, NOT_THERE)) {
			perform(james.url(), Attempt.FIRST);
			assertThat(james.requests()).last()
				.extracting((request) -> request.method() + " " + request.path() + request.body())
				.isEqualTo("GET /domains/example.com");
		}
	}

	@Test
	void needsNeitherTokenNorPassword() throws IOException {
		try (StubTarget james = StubTarget.answering(NOTHING)) {
			perform(new MailSettings(settings("").key(), "welcome@example.com", "en", "",
					new MailSettings.James(james.url(), "", "")), Attempt.FIRST);
			assertThat(james.requests().get(0).headers()).doesNotContainKeys("Authorization", "Password");
		}
	}

	@Test
	void leavesThePersonWhereTheMailboxIs() {
		JamesMailbox mailbox = mailbox(settings("http://localhost"));
		assertThat(mailbox.left(ALICE, "alice2@example.com")).isEqualTo(ALICE.at("alice2@example.com"));
		assertThat(mailbox.left(ALICE, "alice@example.com with-old-mail")).isEqualTo(ALICE);
	}

	private static Outcome done(String how) {
		return new Outcome.Done("mailbox alice@example.com " + how, "alice@example.com");
	}

	private static Outcome passing(String what) {
		return new Outcome.Transient("the mail server " + what);
	}

	private static Outcome unclear(String what) {
		return new Outcome.Ambiguous("the mail server " + what);
	}

	private static Outcome misconfigured(String what) {
		return new Outcome.Misconfigured("the mail server " + what);
	}

	private static Outcome refused() {
		return new Outcome.Refused("the mail server refuses the address alice@example.com");
	}

	private static Outcome noAccess(int status) {
		return misconfigured("refuses us (" + status + "); check JAMES_WEBADMIN_TOKEN and JAMES_WEBADMIN_PASSWORD");
	}

	/** What an answer might echo. */
	private static String secrets() {
		return "Bearer t0ken pa55 " + password(1);
	}

	private static String password(int generation) {
		return new InitialPasswords(settings("")).of(ALICE, generation);
	}

	private static Outcome perform(String url, Attempt attempt) {
		return perform(settings(url), attempt);
	}

	private static Outcome perform(MailSettings settings, Attempt attempt) {
		return mailbox(settings).perform(new Work(ALICE, attempt, false, null, Map.of()));
	}

	private static JamesMailbox mailbox(MailSettings settings) {
		return new JamesMailbox(new JamesConfiguration().james(settings), new InitialPasswords(settings),
				new RememberedTries());
	}

	private static MailSettings settings(String url) {
		return new MailSettings("0123456789-0123456789-0123456789", "welcome@example.com", "en", "",
				new MailSettings.James(url, "t0ken", "pa55"));
	}

}
