package dev.onboard.mail.james;

import java.io.IOException;
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
import dev.onboard.mail.MailRoles;
import dev.onboard.mail.MailSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.util.unit.DataSize;

import static dev.onboard.delivery.http.StubTarget.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What James answers to a role's extras, and what it means. */
class JamesExtrasTests {

	private static final Reply FREE = answer(404, "");

	private static final Reply NOTHING = answer(200, "[]");

	private static final Reply OURS = answer(200, "[{\"type\":\"Alias\",\"mapping\":\"alice@example.com\"}]");

	private static final Reply SHARED = answer(200, """
			[{"type":"Alias","mapping":"bob@example.com"},{"type":"Alias","mapping":"alice@example.com"}]""");

	private static final Reply USER = answer(200, "");

	private static final Outcome SOMEBODYS = new Outcome.Done(
			"left out: alias alice.ivanova@example.com (it is somebody's mailbox)");

	private static final Reply OK = answer(204, "");

	static Stream<Arguments> answers() {
		return Stream.of(
				arguments(new Outcome.Done("alias alice.ivanova@example.com"), List.of(FREE, NOTHING, OK, OURS, FREE)),
				arguments(SOMEBODYS, List.of(FREE, NOTHING, OK, OURS, USER, OK)),
				arguments(SOMEBODYS, List.of(USER, OURS, OK)), arguments(SOMEBODYS, List.of(USER, NOTHING)),
				arguments(new Outcome.Done("alias alice.ivanova@example.com"), List.of(FREE, OURS)),
				arguments(new Outcome.Done("left out: alias alice.ivanova@example.com (it is taken)"),
						List.of(FREE, SHARED)),
				arguments(new Outcome.Done("left out: alias alice.ivanova@example.com (it is taken)"),
						List.of(FREE, NOTHING, OK, SHARED, OK)),
				arguments(
						new Outcome.Done(
								"left out: alias alice.ivanova@example.com (the mail server refuses it with 409)"),
						List.of(FREE, NOTHING, answer(409, ""))),
				arguments(new Outcome.Ambiguous("the mail server answered 500"),
						List.of(FREE, NOTHING, answer(500, ""))),
				arguments(new Outcome.Ambiguous("the mail server broke off the connection"),
						List.of(FREE, NOTHING, StubTarget.reset())),
				arguments(new Outcome.Transient("the mail server answered 500"), List.of(answer(500, ""))),
				arguments(noAccess(), List.of(answer(401, ""))),
				arguments(noAccess(), List.of(FREE, NOTHING, answer(401, ""))));
	}

	@ParameterizedTest
	@MethodSource
	void answers(Outcome outcome, List<Reply> replies) throws IOException {
		try (StubTarget james = StubTarget.answering(replies.toArray(Reply[]::new))) {
			assertThat(perform(james, "developer", "Ivanova")).isEqualTo(outcome);
			assertThat(james.requests()).hasSameSizeAs(replies);
		}
	}

	@Test
	void withoutARoleNothingIsAsked() throws IOException {
		try (StubTarget james = StubTarget.answering()) {
			assertThat(perform(james, null, "Ivanova")).isEqualTo(Outcome.Done.withoutCall("", null));
			assertThat(james.requests()).isEmpty();
		}
	}

	@Test
	void aRoleThatNobodyDescribedConcernsItsPeopleOnly() throws IOException {
		try (StubTarget james = StubTarget.answering()) {
			assertThat(perform(james, "wizard", "Ivanova")).isEqualTo(
					Outcome.Refused.withoutCall("nothing says what the role wizard gets on the mail server; add it to"
							+ " roles.yml and restart the mail-service, then retry, or give the person another role"));
		}
	}

	@Test
	void anAliasThatIsNoAddressIsLeftOutAndTheRestIsGiven() throws IOException {
		try (StubTarget james = StubTarget.answering(FREE, OK, OK)) {
			assertThat(perform(james, "boss", "王")).isEqualTo(new Outcome.Done("group all@example.com, quota 500 MB; "
					+ "left out: alias {first}.{last} (the name cannot be written in an address), "
					+ "alias alice@example.com (it is the address itself)"));
			assertThat(james.requests())
				.extracting((request) -> request.method() + " " + request.path() + " " + request.body())
				.containsExactly("HEAD /users/all%40example.com ",
						"PUT /address/groups/all%40example.com/alice%40example.com ",
						"PUT /quota/users/alice%40example.com/size 524288000");
		}
	}

	@Test
	void aQuotaThatTheMailServerRefusesIsLeftOut() throws IOException {
		try (StubTarget james = StubTarget.answering(FREE, OK, answer(400, ""))) {
			assertThat(perform(james, "boss", "王").detail()).isEqualTo(
					"group all@example.com; left out: alias {first}.{last} (the name cannot be written in an address), "
							+ "alias alice@example.com (it is the address itself), "
							+ "quota 500 MB (the mail server refuses it with 400)");
		}
	}

	private static Outcome noAccess() {
		return new Outcome.Misconfigured(
				"the mail server refuses us (401); check JAMES_WEBADMIN_TOKEN and JAMES_WEBADMIN_PASSWORD");
	}

	private static Outcome perform(StubTarget james, @Nullable String role, String lastName) {
		Person alice = new Person(UUID.randomUUID(), "alice", "alice@example.com", "Alice", lastName, null, role, null);
		MailSettings settings = new MailSettings(RealJames.KEY, "welcome@example.com", "en", "",
				new MailSettings.James(james.url(), "", ""));
		return new JamesExtras(new JamesConfiguration().james(settings),
				new MailRoles(Map.of("developer", role(List.of("{first}.{last}"), List.of(), null), "boss",
						role(List.of("{first}.{last}", "{login}"), List.of("all@example.com"),
								DataSize.ofMegabytes(500)))))
			.perform(new Work(alice, Attempt.FIRST, false, null, Map.of()));
	}

	private static MailRoles.Role role(List<String> aliases, List<String> groups, @Nullable DataSize quota) {
		return new MailRoles.Role(new MailRoles.Extras(aliases, groups, quota), Map.of());
	}

}
