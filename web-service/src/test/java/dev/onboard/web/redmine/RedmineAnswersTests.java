package dev.onboard.web.redmine;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import dev.onboard.delivery.http.Patience;
import dev.onboard.delivery.http.StubTarget;
import dev.onboard.delivery.http.StubTarget.Reply;
import dev.onboard.delivery.http.StubTarget.Request;
import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.delivery.ledger.Work;
import dev.onboard.events.Attempt;
import dev.onboard.events.Decision;
import dev.onboard.events.Instruction;
import dev.onboard.events.Person;
import dev.onboard.testing.Ports;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static dev.onboard.delivery.http.StubTarget.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Every answer of Redmine, and of what is not one, and what it means. */
@ExtendWith(OutputCaptureExtension.class)
class RedmineAnswersTests {

	private static final String KEY = "5ec3e75ec3e75ec3e7";

	private static final String THEIRS = "a91fe7a91fe7a91fe7";

	private static final String PAGE = "<html>" + KEY + THEIRS + "</html>";

	private static final Reply CREATED = answer(201,
			"{\"user\":{\"id\":5,\"login\":\"alice\",\"api_key\":\"" + THEIRS + "\",\"status\":1}}",
			"Location: http://127.0.0.1/users/5");

	private static final Reply NOBODY = answer(200, "{\"users\":[],\"total_count\":0,\"offset\":0,\"limit\":100}");

	private static final Reply TAKEN = answer(422,
			"{\"errors\":[\"Email has already been taken\",\"Login has already been taken\"]}");

	/** Answers that mean the same whatever was asked. */
	static Stream<Arguments> answersToAnything() {
		return Stream
			.of(arguments(misconfigured("Redmine does not know our API key, 401; check REDMINE_API_KEY"),
					answer(401, "")),
					arguments(
							misconfigured(
									"Redmine forbids it, 403; its REST API must be enabled (Administration, Settings,"
											+ " API), and REDMINE_API_KEY be an active administrator's"),
							answer(403, "")),
					arguments(misconfigured("there is no Redmine at REDMINE_URL, 404; check it, its path included"),
							answer(404, PAGE)),
					arguments(misconfigured("Redmine redirects, 301; check REDMINE_URL"),
							answer(301, PAGE, "Location: http://127.0.0.1:1/" + KEY)),
					arguments(misconfigured("Redmine redirects, 302; check REDMINE_URL"),
							answer(302, "", "Location: http://127.0.0.1:1/login")),
					arguments(misconfigured("what answers at REDMINE_URL is not Redmine's REST API; check REDMINE_URL"),
							answer(200, PAGE)),
					arguments(misconfigured("what answers at REDMINE_URL is not Redmine's REST API; check REDMINE_URL"),
							answer(200, "")),
					arguments(new Outcome.Transient("Redmine answered 412"), answer(412, "")),
					arguments(new Outcome.Transient("Redmine answered 429"), answer(429, "")),
					arguments(new Outcome.Throttled("Redmine answered 429", Duration.ofSeconds(30)),
							answer(429, "", "Retry-After: 30")));
	}

	@ParameterizedTest
	@MethodSource("answersToAnything")
	void anythingToACreation(Outcome outcome, Reply reply, CapturedOutput output) throws IOException {
		assertThat(add(false, reply)).isEqualTo(outcome);
		assertThat(output).doesNotContain(KEY).doesNotContain(THEIRS);
	}

	@ParameterizedTest
	@MethodSource("answersToAnything")
	void anythingToALook(Outcome outcome, Reply reply, CapturedOutput output) throws IOException {
		assertThat(add(true, reply)).isEqualTo(outcome);
		assertThat(add(false, TAKEN, NOBODY, reply)).isEqualTo(outcome);
		assertThat(output).doesNotContain(KEY).doesNotContain(THEIRS);
	}

	@ParameterizedTest
	@MethodSource("answersToAnything")
	void anythingToTheNamesOfGroups(Outcome outcome, Reply reply) throws IOException {
		assertThat(grant(reply)).isEqualTo(outcome);
	}

	static Stream<Arguments> creations() {
		return Stream.of(arguments(new Outcome.Done("Redmine account alice", "5"), CREATED),
				arguments(new Outcome.Ambiguous("Redmine answered 201 without an account"), answer(201, "")),
				arguments(new Outcome.Ambiguous("Redmine answered 500"), answer(500, PAGE)),
				arguments(new Outcome.Ambiguous("Redmine answered 502"), answer(502, PAGE)),
				arguments(new Outcome.Ambiguous("Redmine answered 503", Duration.ofSeconds(120)),
						answer(503, "", "Retry-After: 120")),
				arguments(new Outcome.Ambiguous("Redmine broke off the connection"), StubTarget.reset()),
				arguments(new Outcome.Ambiguous("Redmine broke off the connection"),
						StubTarget.bytes("HTTP/1.1 201 Created\r\nContent-Length: 200\r\n\r\n{\"user\":{\"id\":5")));
	}

	@ParameterizedTest
	@MethodSource
	void creations(Outcome outcome, Reply reply, CapturedOutput output) throws IOException {
		assertThat(add(false, reply)).isEqualTo(outcome);
		assertThat(output).doesNotContain(KEY).doesNotContain(THEIRS);
	}

	static Stream<Arguments> looks() {
		return Stream.of(arguments(new Outcome.Transient("Redmine answered 500"), answer(500, PAGE)),
				arguments(new Outcome.Transient("Redmine answered 503", Duration.ofSeconds(9)),
						answer(503, "", "Retry-After: 9")),
				arguments(new Outcome.Transient("Redmine answered 200 (more than 1 MiB)"),
						answer(200, "{\"users\":[\"" + "x".repeat(1024 * 1024) + "\"]}")),
				arguments(new Outcome.Transient("Redmine broke off the connection"),
						StubTarget.bytes("HTTP/1.1 200 OK\r\nContent-Length: 200\r\n\r\n{\"users\":[")));
	}

	@ParameterizedTest
	@MethodSource
	void looks(Outcome outcome, Reply reply) throws IOException {
		assertThat(add(true, reply)).isEqualTo(outcome);
		assertThat(grant(reply)).isEqualTo(outcome);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"{\"errors\":[\"First name is too long\",\"Email is invalid\"]} |: First name is too long; Email is invalid",
			"{\"errors\":\"no\"} |''", "{} |''", "<html/> |''" })
	void aRefusalThatIsNoDuplicateShowsRedminesWords(String body, String words) throws IOException {
		assertThat(
				add(false, answer(422, body), NOBODY, NOBODY, NOBODY, NOBODY, NOBODY, NOBODY, NOBODY, NOBODY, NOBODY))
			.isEqualTo(new Outcome.Refused("Redmine refuses it, 422" + words));
	}

	@Test
	void endlessWordsAreCut() throws IOException {
		assertThat(add(false, answer(422, "{\"errors\":[\"" + "x".repeat(5000) + "\"]}"), NOBODY, NOBODY, NOBODY,
				NOBODY, NOBODY, NOBODY, NOBODY, NOBODY, NOBODY)
			.detail()).hasSizeLessThan(400);
	}

	/** In the list of those whose mail contains ours is one that does not show it. */
	@Test
	void aFurtherAddressOfSomebodyIsForAHuman() throws IOException {
		Reply bob = users(
				"{\"id\":9,\"login\":\"bob\",\"mail\":\"bob@example.com\",\"firstname\":\"B\",\"lastname\":\"B\"}");
		assertThat(add(false, TAKEN, NOBODY, bob, NOBODY, NOBODY, NOBODY, NOBODY, bob, NOBODY, NOBODY)).isEqualTo(
				new Outcome.Conflict(
						"Redmine: the mail seems to be a further address of account 9 (login bob,"
								+ " mail bob@example.com, name B B, active); remove it there, then try again",
						List.of()));
	}

	@Test
	void anAccountOfWhichNobodyKnowsWhetherItWasUsedIsForAHuman() throws IOException {
		String account = "\"id\":9,\"login\":\"alice\",\"mail\":\"alice@example.com\",\"firstname\":\"Алиса\","
				+ "\"lastname\":\"李\"";
		assertThat(add(false, TAKEN, users("{" + account + "}"), NOBODY, NOBODY, NOBODY, NOBODY, NOBODY))
			.isInstanceOf(Outcome.Conflict.class);
		assertThat(add(false, TAKEN, users("{" + account + ",\"last_login_on\":null}"), NOBODY, NOBODY, NOBODY, NOBODY,
				NOBODY))
			.isEqualTo(new Outcome.Done("Redmine account alice was there already", "9"));
	}

	@Test
	void whoAnswersTooSlowlyIsNotAskedFurther() throws IOException {
		StubTarget.Reply slow = (socket, target) -> {
			Awaitility.await().pollDelay(Duration.ofMillis(300)).until(() -> true);
			NOBODY.to(socket, target);
		};
		try (StubTarget target = StubTarget.answering(slow, slow, slow, slow)) {
			Redmine redmine = new Redmine(Redmine.client(target.url(), KEY), new Patience(Duration.ofMillis(450)));
			Work look = new Work(alice(), Attempt.FIRST, true, null, Map.of());
			assertThatThrownBy(() -> AddingAccount.perform(redmine, look))
				.isInstanceOfSatisfying(RedmineTroubleException.class, (trouble) -> assertThat(trouble.outcome())
					.isEqualTo(new Outcome.Transient("Redmine answers too slowly")));
			assertThat(target.requests()).hasSizeBetween(1, 2);
		}
	}

	@Test
	void anAccountThatGoesWhileItIsTakenOverIsLookedForAgain() throws IOException {
		Reply locked = users(
				"{\"id\":9,\"login\":\"ALICE\",\"mail\":\"a@example.org\",\"firstname\":\"A\",\"lastname\":\"B\"}");
		assertThat(add(Decision.ADOPT, NOBODY, NOBODY, NOBODY, NOBODY, locked, NOBODY, answer(404, "")))
			.isEqualTo(new Outcome.Transient("something in Redmine has gone meanwhile, 404"));
	}

	@Test
	void whatRedmineDoesNotTakeOfATakeoverIsRefused() throws IOException {
		Reply locked = users(
				"{\"id\":9,\"login\":\"alice\",\"mail\":\"a@example.org\",\"firstname\":\"A\",\"lastname\":\"B\"}");
		assertThat(add(Decision.ADOPT, NOBODY, NOBODY, NOBODY, NOBODY, locked, NOBODY,
				answer(422, "{\"errors\":[\"Email has already been taken\"]}")))
			.isEqualTo(new Outcome.Refused("Redmine refuses it, 422: Email has already been taken"));
	}

	@Test
	void nobodyThere() {
		assertThat(addTo("http://127.0.0.1:" + Ports.free(), false, null))
			.isEqualTo(new Outcome.Transient("Redmine cannot be reached"));
	}

	@Test
	void whatIsSent() throws IOException {
		try (StubTarget redmine = StubTarget.answering(CREATED)) {
			addTo(redmine.url() + "/redmine/", false, null);
			assertThat(redmine.requests()).singleElement().satisfies((request) -> {
				assertThat(request.method() + " " + request.path()).isEqualTo("POST /redmine/users.json");
				assertThat(request.headers()).containsEntry("X-Redmine-API-Key", KEY)
					.containsEntry("Accept-Language", "en")
					.containsEntry("Content-Type", "application/json");
				assertThat(request.body()).isEqualTo("{\"user\":{\"firstname\":\"Алиса\",\"lastname\":\"李\","
						+ "\"mail\":\"alice@example.com\",\"login\":\"alice\",\"generate_password\":true,"
						+ "\"must_change_passwd\":true,\"language\":\"ru\"}}");
			});
		}
	}

	@Test
	void howIsLooked() throws IOException {
		try (StubTarget redmine = StubTarget.answering(NOBODY, NOBODY, NOBODY, NOBODY, NOBODY, NOBODY, CREATED)) {
			addTo(redmine.url(), true, null);
			assertThat(redmine.requests()).extracting(Request::path)
				.containsExactly("/users.json?status=1&name=alice&limit=100&offset=0",
						"/users.json?status=1&name=alice%40example.com&limit=100&offset=0",
						"/users.json?status=2&name=alice&limit=100&offset=0",
						"/users.json?status=2&name=alice%40example.com&limit=100&offset=0",
						"/users.json?status=3&name=alice&limit=100&offset=0",
						"/users.json?status=3&name=alice%40example.com&limit=100&offset=0", "/users.json");
		}
	}

	private static Reply users(String user) {
		return answer(200, "{\"users\":[" + user + "],\"total_count\":1,\"offset\":0,\"limit\":100}");
	}

	private static Outcome add(boolean uncertain, Reply... replies) throws IOException {
		return add(uncertain, null, replies);
	}

	private static Outcome add(Decision decision, Reply... replies) throws IOException {
		return add(false, decision, replies);
	}

	/** Every answer is used. */
	private static Outcome add(boolean uncertain, @Nullable Decision decision, Reply... replies) throws IOException {
		try (StubTarget redmine = StubTarget.answering(replies)) {
			Outcome outcome = addTo(redmine.url(), uncertain, decision);
			assertThat(redmine.requests()).hasSize(replies.length);
			return outcome;
		}
	}

	private static Outcome addTo(String url, boolean uncertain, @Nullable Decision decision) {
		return new RedmineEffect(AddingAccount.EFFECT, new RedmineLocation(new RedmineSettings(url, KEY)),
				AddingAccount::perform)
			.perform(new Work(alice(), Attempt.FIRST, uncertain,
					(decision != null) ? new Instruction(decision, "hers") : null, Map.of()));
	}

	private static Outcome grant(Reply reply) throws IOException {
		GrantingRole granting = new GrantingRole(Map.of("developer", new Role(List.of("Developers"), Map.of())));
		try (StubTarget redmine = StubTarget.answering(reply)) {
			return new RedmineEffect("redmine-roles", new RedmineLocation(new RedmineSettings(redmine.url(), KEY)),
					granting::perform)
				.perform(new Work(alice(), Attempt.FIRST, false, null, Map.of(AddingAccount.EFFECT, "5")));
		}
	}

	private static Person alice() {
		return new Person(UUID.randomUUID(), "alice", "alice@example.com", "Алиса", "李", null, "developer", "ru");
	}

	private static Outcome misconfigured(String detail) {
		return new Outcome.Misconfigured(detail);
	}

}
