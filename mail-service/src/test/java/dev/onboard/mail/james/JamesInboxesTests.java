package dev.onboard.mail.james;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;

import dev.onboard.delivery.http.StubTarget;
import dev.onboard.delivery.http.StubTarget.Reply;
import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.mail.MailSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.onboard.delivery.http.StubTarget.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What James answers when it is asked how many mails there are. */
class JamesInboxesTests {

	static Stream<Arguments> answers() {
		return Stream.of(arguments(new Outcome.Done("3 mails"), answer(200, "3")),
				arguments(new Outcome.Done("0 mails"), answer(200, "0\n")),
				arguments(new Outcome.Done("0 mails"), answer(404, "{\"details\":\"INBOX can not be found\"}")),
				arguments(new Outcome.Transient("the mail server answered 200"), answer(200, "<html>3</html>")),
				arguments(new Outcome.Transient("the mail server answered 200"), answer(200, "99999999999")),
				arguments(new Outcome.Transient("the mail server answered 500"), answer(500, "")),
				arguments(new Outcome.Throttled("the mail server answered 429", Duration.ofSeconds(9)),
						answer(429, "", "Retry-After: 9")),
				arguments(new Outcome.Misconfigured("the mail server refuses us (403); check JAMES_WEBADMIN_TOKEN and "
						+ "JAMES_WEBADMIN_PASSWORD"), answer(403, "")));
	}

	@ParameterizedTest
	@MethodSource
	void answers(Outcome outcome, Reply reply) throws IOException {
		try (StubTarget james = StubTarget.answering(reply)) {
			MailSettings settings = new MailSettings(RealJames.KEY, "welcome@example.com", "en", "",
					new MailSettings.James(james.url(), "", ""));
			assertThat(new JamesInboxes(new JamesConfiguration().james(settings)).count("alice@example.com",
					(count) -> new Outcome.Done(count + " mails")))
				.isEqualTo(outcome);
			assertThat(james.requests()).singleElement()
				.extracting((request) -> request.method() + " " + request.path())
				.isEqualTo("GET /users/alice%40example.com/mailboxes/INBOX/messageCount");
		}
	}

}
