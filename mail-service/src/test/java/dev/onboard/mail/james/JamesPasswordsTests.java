package dev.onboard.mail.james;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import dev.onboard.delivery.http.StubTarget;
import dev.onboard.delivery.http.StubTarget.Reply;
import dev.onboard.delivery.http.TargetClient;
import dev.onboard.delivery.ledger.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static dev.onboard.delivery.http.StubTarget.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Every answer of James to a new password and what it means. */
@ExtendWith(OutputCaptureExtension.class)
class JamesPasswordsTests {

	private static final String PASSWORD = "correct horse battery";

	private static final Reply USER = answer(200, "");

	static Stream<Arguments> answers() {
		return Stream.of(arguments(new Outcome.Done("password set"), List.of(USER, answer(204, ""))),
				arguments(new Outcome.Refused("there is no mailbox alice@example.com on the mail server"),
						List.of(answer(404, ""))),
				arguments(noAccess(401), List.of(answer(401, ""))), arguments(answered(500), List.of(answer(500, ""))),
				arguments(answered(400), List.of(USER, answer(400, PASSWORD))),
				arguments(noAccess(403), List.of(USER, answer(403, PASSWORD))),
				arguments(answered(500), List.of(USER, answer(500, PASSWORD))),
				arguments(answered(200), List.of(USER, answer(200, PASSWORD))),
				arguments(new Outcome.Ambiguous("the mail server broke off the connection"),
						List.of(USER, StubTarget.reset())));
	}

	@ParameterizedTest
	@MethodSource
	void answers(Outcome meaning, List<Reply> replies, CapturedOutput output) throws IOException {
		try (StubTarget james = StubTarget.answering(replies.toArray(Reply[]::new))) {
			assertThat(passwords(james).set("alice@example.com", PASSWORD)).isEqualTo(meaning);
			assertThat(james.requests()).hasSameSizeAs(replies);
		}
		assertThat(meaning.toString() + output).doesNotContain(PASSWORD);
	}

	@Test
	void asksWhetherThereIsAMailboxBeforeItForcesThePassword() throws IOException {
		try (StubTarget james = StubTarget.answering(USER, answer(204, ""))) {
			passwords(james).set("alice@example.com", "\"}, \\ Zoë");
			assertThat(james.requests()).extracting(StubTarget.Request::method, StubTarget.Request::path)
				.containsExactly(tuple("HEAD", "/users/alice%40example.com"),
						tuple("PUT", "/users/alice%40example.com?force"));
			assertThat(james.requests().get(1).body()).isEqualTo("{\"password\":\"\\\"}, \\\\ Zoë\"}");
		}
	}

	private static Outcome answered(int status) {
		return new Outcome.Transient("the mail server answered " + status + " when a password was to be set");
	}

	private static Outcome noAccess(int status) {
		return new Outcome.Misconfigured(
				"the mail server refuses us (" + status + "); check JAMES_WEBADMIN_TOKEN and JAMES_WEBADMIN_PASSWORD");
	}

	private static JamesPasswords passwords(StubTarget james) {
		return new JamesPasswords(new TargetClient("the mail server", james.url(), (headers) -> {
		}));
	}

}
