package dev.onboard.web.redmine;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.onboard.delivery.http.StubTarget;
import dev.onboard.delivery.http.StubTarget.Reply;
import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.delivery.ledger.Work;
import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static dev.onboard.delivery.http.StubTarget.answer;
import static org.assertj.core.api.Assertions.assertThat;

/** What a role means; what Redmine does with it stands in the contract. */
class GrantingRoleTests {

	private static final Role DEVELOPER = new Role(List.of("Developers"), Map.of());

	private static final Map<String, String> ACCOUNT = Map.of(AddingAccount.EFFECT, "5");

	@Test
	void withoutARoleNothingIsToBeDone() throws IOException {
		assertThat(grant(null, ACCOUNT)).isEqualTo(Outcome.Done.withoutCall("", null));
	}

	@Test
	void aRoleThatGivesNothingHereAsksNothing() throws IOException {
		assertThat(grant("guest", ACCOUNT)).isEqualTo(Outcome.Done.withoutCall("", null));
	}

	@Test
	void aRoleThatNobodyDescribedIsRefused() throws IOException {
		assertThat(grant("boss", ACCOUNT)).isEqualTo(Outcome.Refused.withoutCall(
				"nothing says what the role boss gets in Redmine; add it to roles.yml and restart the web-service, then retry,"
						+ " or give the person another role"));
	}

	@Test
	void anAccountThatSomebodyMadeByHandIsForAHuman() throws IOException {
		assertThat(grant("developer", Map.of())).isEqualTo(new Outcome.Conflict(
				"Redmine: which account is theirs is not known; give it group Developers by hand", List.of()));
	}

	@Test
	void whatRedmineDoesNotTakeIsRefused() throws IOException {
		assertThat(grant("developer", ACCOUNT, answer(200, "{\"groups\":[{\"id\":7,\"name\":\"Developers\"}]}"),
				answer(200, "{\"user\":{\"id\":5,\"groups\":[],\"memberships\":[]}}"),
				answer(422, "{\"errors\":[\"User is invalid\"]}")))
			.isEqualTo(Outcome.Refused.alone("Redmine refuses it, 422: User is invalid"));
	}

	@Test
	void anUnclearEndIsAskedAbout() throws IOException {
		assertThat(grant("developer", ACCOUNT, answer(200, "{\"groups\":[{\"id\":7,\"name\":\"Developers\"}]}"),
				answer(200, "{\"user\":{\"id\":5,\"groups\":[],\"memberships\":[]}}"), answer(500, "")))
			.isEqualTo(new Outcome.Ambiguous("Redmine answered 500"));
		assertThat(grant("developer", ACCOUNT, answer(200, "{\"groups\":[{\"id\":7,\"name\":\"Developers\"}]}"),
				answer(200, "{\"user\":{\"id\":5,\"groups\":[{\"id\":7}],\"memberships\":[]}}")))
			.isEqualTo(new Outcome.Done("group Developers"));
	}

	/** Every answer is used. */
	private static Outcome grant(@Nullable String role, Map<String, String> evidence, Reply... replies)
			throws IOException {
		GrantingRole granting = new GrantingRole(Map.of("developer", DEVELOPER, "guest", Role.NOTHING));
		Person alice = new Person(UUID.randomUUID(), "alice", "alice@example.com", "A", "B", null, role, null);
		try (StubTarget redmine = StubTarget.answering(replies)) {
			RedmineLocation location = new RedmineLocation(new RedmineSettings(redmine.url(), "k3y"));
			Outcome outcome = new RedmineEffect("redmine-roles", location, granting::perform)
				.perform(new Work(alice, Attempt.FIRST, false, null, evidence));
			assertThat(redmine.requests()).hasSize(replies.length);
			return outcome;
		}
	}

}
