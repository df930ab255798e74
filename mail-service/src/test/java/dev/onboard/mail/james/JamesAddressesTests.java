package dev.onboard.mail.james;

import java.io.IOException;
import java.util.stream.Stream;

import dev.onboard.delivery.http.StubTarget;
import dev.onboard.delivery.http.StubTarget.Reply;
import dev.onboard.events.AddressReply;
import dev.onboard.events.AddressReply.State;
import dev.onboard.mail.MailSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.onboard.delivery.http.StubTarget.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What is said of an address where James does not say it. */
class JamesAddressesTests {

	static Stream<Arguments> answers() {
		return Stream.of(arguments("the mail server answered 500", answer(500, "")),
				arguments("the mail server refuses us (401); check JAMES_WEBADMIN_TOKEN and JAMES_WEBADMIN_PASSWORD",
						answer(401, "")),
				arguments("the mail server does not answer as WebAdmin does; check JAMES_WEBADMIN_URL",
						answer(200, "<html>")));
	}

	@ParameterizedTest
	@MethodSource
	void answers(String words, Reply reply) throws IOException {
		try (StubTarget james = StubTarget.answering(reply)) {
			MailSettings settings = new MailSettings(RealJames.KEY, "welcome@example.com", "en", "",
					new MailSettings.James(james.url(), "", ""));
			assertThat(new JamesAddresses(new JamesConfiguration().james(settings)).check("alice@example.com"))
				.isEqualTo(new AddressReply("alice@example.com", State.UNKNOWN, words));
		}
	}

}
