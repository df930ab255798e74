package dev.onboard.task.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import dev.onboard.events.Attempt;
import dev.onboard.events.UserCreate;
import dev.onboard.task.Answer;
import dev.onboard.task.Api;
import dev.onboard.task.Ears;
import dev.onboard.task.NewPerson;
import dev.onboard.task.Somebody;
import dev.onboard.task.TaskServiceTest;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@TaskServiceTest
class UsersIntegrationTests {

	private final Api api;

	UsersIntegrationTests(@Autowired Api api) {
		this.api = api;
	}

	@Test
	void tellsWhatCanBeChosen() {
		JsonNode settings = this.api.get("/settings").expect(200).json();
		assertThat(settings.get("domain").stringValue()).isEqualTo("example.com");
		assertThat(settings.get("roles").toString()).startsWith("[\"designer\",\"developer\"");
		assertThat(settings.get("languages").toString()).isEqualTo("[\"en\",\"ru\"]");
		assertThat(settings.get("language").stringValue()).isEqualTo("en");
	}

	@Test
	void acceptsAPerson() {
		NewPerson alice = Somebody.fresh();
		Answer answer = this.api.accepted(alice);
		JsonNode page = answer.json();
		assertThat(answer.headers()).containsEntry("location", "/users/" + answer.id())
			.containsEntry("content-type", "application/json");
		assertThat(page.propertyNames()).containsExactly("id", "login", "address", "firstName", "lastName",
				"contactEmail", "role", "language", "state", "steps", "history", "createdAt", "updatedAt");
		assertThat(page.get("login").stringValue()).isEqualTo(alice.login());
		assertThat(page.get("address").stringValue()).isEqualTo(alice.login() + "@example.com");
		assertThat(page.get("firstName").stringValue()).isEqualTo("Alice");
		assertThat(page.get("lastName").stringValue()).isEqualTo("Ivanova");
		assertThat(page.get("contactEmail").stringValue()).isEqualTo("alice@home.example");
		assertThat(page.get("state").stringValue()).isEqualTo("IN_PROGRESS");
		assertThat(Instant.parse(page.get("createdAt").stringValue())).isCloseTo(Instant.now(),
				within(1, ChronoUnit.MINUTES));
		assertThat(Instant.parse(page.get("updatedAt").stringValue())).isCloseTo(Instant.now(),
				within(1, ChronoUnit.MINUTES));
	}

	/** Macs type an ë as e and two dots. */
	@Test
	void keepsTheSameNameAsTheSameTextHoweverItWasTyped() {
		String token = Somebody.token();
		UUID id = this.api
			.post("{\"login\":\"zoe.%s\",\"firstName\":\" Zoe\u0308\",\"lastName\":\"%s \"}".formatted(token, token))
			.expect(202)
			.id();
		assertThat(this.api.page(id).get("firstName").stringValue()).isEqualTo("Zoë");
		assertThat(this.api.page(id).get("lastName").stringValue()).isEqualTo(token);
		for (String search : List.of("zoë " + token, "zoe\u0308 " + token)) {
			assertThat(this.api.get("/users?search=" + URLEncoder.encode(search, StandardCharsets.UTF_8))
				.json()
				.get("users")).as(search).hasSize(1);
		}
		assertThat(this.api.patch(id, "{\"firstName\":\"Chloe\u0308 \"}")
			.expect(200)
			.json()
			.get("firstName")
			.stringValue()).isEqualTo("Chloë");
	}

	@Test
	void beginsWithEveryStepPending() {
		JsonNode steps = this.api.accepted(Somebody.fresh()).json().get("steps");
		assertThat(steps.valueStream().map((step) -> step.get("system").stringValue())).containsExactly("mail",
				"redmine", "slack");
		assertThat(steps.valueStream()).allSatisfy((step) -> {
			assertThat(step.propertyNames()).containsExactly("system", "state", "attempts", "detail", "nextAttemptAt",
					"updatedAt", "waitingSince", "choices", "possible");
			assertThat(step.get("state").stringValue()).isEqualTo("PENDING");
			assertThat(step.get("attempts").intValue()).isZero();
			assertThat(step.get("detail").stringValue()).isEmpty();
			assertThat(step.get("nextAttemptAt").isNull()).isTrue();
			assertThat(Instant.parse(step.get("updatedAt").stringValue())).isCloseTo(Instant.now(),
					within(1, ChronoUnit.MINUTES));
		});
	}

	@Test
	void showsTheAcceptedPersonAtTheirLocation() {
		Answer accepted = this.api.accepted(Somebody.fresh());
		Answer shown = this.api.get(accepted.header("location")).expect(200);
		assertThat(shown.json()).isEqualTo(accepted.json());
	}

	@Test
	void knowsNobodyUnderAnIdThatItNeverGave() {
		UUID id = UUID.randomUUID();
		JsonNode problem = this.api.get("/users/" + id).problem(404);
		assertThat(problem.get("detail").stringValue())
			.isEqualTo("nobody has the id " + id + "; GET /users lists everybody.");
	}

	@Test
	void takesARoleAndALanguageAndTellsThem(@Autowired JdbcClient jdbc) {
		NewPerson developer = new NewPerson("dev." + Somebody.token(), "Alice", "Ivanova", null, "developer", "ru");
		NewPerson other = Somebody.fresh();
		JsonNode page = this.api.accepted(developer).json();
		UUID id = UUID.fromString(page.get("id").stringValue());
		UUID otherId = this.api.accepted(other).id();
		assertThat(page.get("role").stringValue()).isEqualTo("developer");
		assertThat(page.get("language").stringValue()).isEqualTo("ru");
		assertThat(this.api.page(otherId).get("role").isNull()).isTrue();
		assertThat(this.api.page(otherId).get("language").stringValue()).isEqualTo("en");
		try (Ears ears = new Ears(jdbc)) {
			assertThat(ears.hear(otherId.toString(), id.toString())).containsExactlyInAnyOrder(
					new UserCreate(Somebody.known(id, developer), Attempt.FIRST),
					new UserCreate(Somebody.known(otherId, other), Attempt.FIRST));
		}
	}

	@Test
	void needsNoContactEmail() {
		NewPerson person = Somebody.named("Alice", "Ivanova");
		String json = """
				{"login":"%s","firstName":"Alice","lastName":"Ivanova"}""".formatted(person.login());
		assertThat(this.api.post(json).expect(202).json().get("contactEmail").isNull()).isTrue();
	}

	@ParameterizedTest
	@MethodSource
	void keepsNamesOfAnyScriptAsTheyCame(NewPerson person) {
		JsonNode page = this.api.get("/users/" + this.api.accepted(person).id()).json();
		assertThat(page.get("firstName").stringValue()).isEqualTo(person.firstName());
		assertThat(page.get("lastName").stringValue()).isEqualTo(person.lastName());
	}

	static List<Named<NewPerson>> keepsNamesOfAnyScriptAsTheyCame() {
		return Stream
			.of(named("Cyrillic", "Алиса", "Иванова-Ёлкина"), named("Chinese", "爱丽丝", "王"),
					named("right to left", "أليس", "כהן"), named("combining marks", "Zoe\u0308", "नीलम"),
					named("apostrophe, quotes, markup", "D'Arcy \"<b>\"", "O’Neil & Söhne; --"),
					named("emoji of several code points", "👩\u200d💻", "🇺🇦"), named("one character", "X", "Y"),
					named("100 letters", "é".repeat(100), "я".repeat(100)),
					named("100 characters outside the basic plane", "𝒜".repeat(100), "😀".repeat(100)))
			.toList();
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "a1", "a-b_c.d", "ivanova2" })
	void acceptsLogins(String login) {
		String fresh = login + "." + Somebody.token();
		assertThat(this.api.accepted(Somebody.withLogin(fresh)).json().get("login").stringValue()).isEqualTo(fresh);
	}

	@Test
	void acceptsALoginOf60Characters() {
		String login = (Somebody.token() + "a".repeat(60)).substring(0, 60);
		assertThat(this.api.accepted(Somebody.withLogin(login)).json().get("login").stringValue()).isEqualTo(login);
	}

	@Test
	void acceptsABodyOf16Kilobytes() {
		String json = Somebody.json(Somebody.fresh());
		this.api.post(json + " ".repeat(16 * 1024 - json.length())).expect(202);
	}

	private static Named<NewPerson> named(String what, String firstName, String lastName) {
		return Named.of(what, Somebody.named(firstName, lastName));
	}

}
