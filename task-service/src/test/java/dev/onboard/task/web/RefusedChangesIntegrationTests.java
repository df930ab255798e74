package dev.onboard.task.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import dev.onboard.task.Answer;
import dev.onboard.task.Api;
import dev.onboard.task.Somebody;
import dev.onboard.task.TaskServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@TaskServiceTest
class RefusedChangesIntegrationTests {

	private static final String KNOWN = "[login, firstName, lastName, contactEmail, role, language]";

	private final Api api;

	private UUID id = new UUID(0, 0);

	private JsonNode before = JsonMapper.shared().createObjectNode();

	RefusedChangesIntegrationTests(@Autowired Api api) {
		this.api = api;
	}

	@BeforeEach
	void accept() {
		this.id = this.api.accepted(Somebody.fresh()).id();
		this.before = this.api.page(this.id);
	}

	@ParameterizedTest(name = "{0} = {1}: {2}")
	@MethodSource
	void namesTheFieldAndWhatToDo(String field, String value, String advice) {
		assertRefused(this.api.patch(this.id, "{\"" + field + "\":" + value + "}"), field, advice);
		assertThat(this.api.page(this.id)).as("nothing was changed").isEqualTo(this.before);
	}

	static Stream<Arguments> namesTheFieldAndWhatToDo() {
		Stream<Arguments> types = Stream.of("login", "firstName", "lastName", "contactEmail", "role", "language")
			.flatMap((field) -> Stream.of("1", "1.5", "true", "[]", "[\"a\"]", "{}")
				.map((value) -> arguments(field, value, "must be a text in double quotes")));
		Stream<Arguments> missing = Stream.of("login", "firstName", "lastName", "language")
			.map((field) -> arguments(field, "null", "must not be null"));
		Stream<Arguments> wrong = Stream.of(arguments("login", "\"Alice\"", "must start with a letter"),
				arguments("login", "\"a" + ".a".repeat(7000) + "\"", "is longer than 60 characters"),
				arguments("firstName", "\"\"", "must have 1 to 100 characters"),
				arguments("lastName", "\"A\\nB\"", "must have 1 to 100 characters"),
				arguments("contactEmail", "\"\"", "must be a mail address"),
				arguments("contactEmail", "\"a\\r\\nBcc: b@home.example\"", "must be a mail address"),
				arguments("role", "\"boss\"", "is not known; known are [de"),
				arguments("role", "\"\"", "is not known; known are [de"),
				arguments("language", "\"fr\"", "is not known; known are [en, ru]"),
				arguments("language", "\"EN\"", "is not known; known are [en, ru]"),
				arguments("address", "\"a@b.example\"", "is not known; known are " + KNOWN),
				arguments("x", "1", "is not known; known are " + KNOWN),
				arguments("x", "{\"y\":1}", "is not known; known are " + KNOWN),
				arguments("state", "null", "is not known; known are " + KNOWN));
		return Stream.of(types, missing, wrong).flatMap((cases) -> cases);
	}

	@Test
	void mailsNoLinkIntoTheMailboxThatItOpens() {
		String address = this.before.get("address").stringValue();
		String advice = "give an address that they can read now";
		assertRefused(this.api.patch(this.id, "{\"contactEmail\":\"" + address.toUpperCase(Locale.ROOT) + "\"}"),
				"contactEmail", advice);
		String other = "b" + this.before.get("login").stringValue();
		this.api.patch(this.id, "{\"contactEmail\":\"" + other + "@example.com\"}").expect(200);
		assertRefused(this.api.patch(this.id, "{\"login\":\"" + other + "\"}"), "contactEmail", advice);
	}

	@Test
	void namesEveryWrongField() {
		JsonNode problem = this.api.patch(this.id, "{\"login\":\"A\",\"firstName\":\"\",\"role\":\"boss\",\"x\":\"\"}")
			.problem(400);
		assertThat(problem.get("errors").valueStream().map((error) -> error.get("field").stringValue()))
			.containsExactly("firstName", "login", "role", "x");
	}

	@ParameterizedTest
	@MethodSource
	void saysWhatIsWrongWithTheBody(String body, String advice) {
		assertThat(this.api.patch(this.id, body).problem(400).get("detail").stringValue()).contains(advice);
	}

	static List<Arguments> saysWhatIsWrongWithTheBody() {
		String object = "must be one JSON object with at least one of " + KNOWN;
		String notJson = "is not valid JSON: ";
		return List.of(arguments("", object), arguments("null", object), arguments("[]", object),
				arguments("42", object), arguments("\"alice\"", object),
				arguments("{}", "must have at least one of " + KNOWN), arguments("{\"login\":\"a\"}{}", object),
				arguments("alice", notJson),
				arguments("{\"login\":\"a\",\"login\":\"b\"}", notJson + "a field is there a second time"),
				arguments("{\"login\":" + "[".repeat(8000), "login must be a text in double quotes"));
	}

	@Test
	void refusesABodyOfMoreThan16Kilobytes() {
		this.api.patch(this.id, "{\"login\":\"a\"}" + " ".repeat(16 * 1024)).problem(413);
		this.api.sendJson("POST", decision("skip"), "{\"reason\":\"a\"}" + " ".repeat(16 * 1024)).problem(413);
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x" })
	void takesOnlyJson(String type) {
		this.api.send("PATCH", "/users/" + this.id, "{\"firstName\":\"A\"}", "Content-Type", type).problem(415);
		this.api.send("POST", decision("skip"), "{\"reason\":\"a\"}", "Content-Type", type).problem(415);
	}

	@Test
	void knowsNobodyUnderAnIdThatItNeverGave() {
		this.api.patch(UUID.randomUUID(), "{\"firstName\":\"A\"}").problem(404);
		this.api.sendJson("PATCH", "/users/alice", "{\"firstName\":\"A\"}").problem(400);
		this.api.sendJson("POST", "/users/alice/steps/mail/skip", "{\"reason\":\"A\"}").problem(400);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{} | reason | is missing", "{\"reason\":null} | reason | is missing",
			"{\"reason\":\"\"} | reason | must have 1 to 500", "{\"reason\":\"  \"} | reason | must have 1 to 500",
			"{\"reason\":\"a\\nb\"} | reason | must have 1 to 500",
			"{\"reason\":\"a\\u0000\"} | reason | must have 1 to 500",
			"{\"reason\":\"a\\ud800\"} | reason | must have 1 to 500",
			"{\"reason\":1} | reason | must be a text in double quotes",
			"{\"reason\":\"a\",\"who\":\"me\"} | who | is not known; known are [reason, confirm]",
			"{\"reason\":\"a\",\"confirm\":\"a\"} | confirm | belongs to adopt and purge only" })
	void decidesNothingWithoutAReason(String body, String field, String advice) {
		assertRefused(this.api.sendJson("POST", decision("skip"), body), field, advice);
		assertThat(this.api.page(this.id)).as("nothing was changed").isEqualTo(this.before);
	}

	@Test
	void takesAReasonOf500Characters() {
		assertRefused(this.api.sendJson("POST", decision("skip"), "{\"reason\":\"" + "😀".repeat(501) + "\"}"),
				"reason", "must have 1 to 500");
		this.api.sendJson("POST", decision("skip"), "{\"reason\":\"" + "😀".repeat(500) + "\"}").expect(202);
	}

	@ParameterizedTest
	@CsvSource({ "GET, steps/mail/skip", "PUT, activation-link", "GET, activation-link/mail" })
	void saysWhichMethodsThereAre(String method, String path) {
		this.api.send(method, "/users/" + this.id + "/" + path, "").problem(405);
	}

	private String decision(String decision) {
		return "/users/" + this.id + "/steps/mail/" + decision;
	}

	private static void assertRefused(Answer answer, String field, String advice) {
		JsonNode problem = answer.problem(400);
		assertThat(problem.get("errors")).hasSize(1);
		assertThat(problem.at("/errors/0/field").stringValue()).isEqualTo(field);
		assertThat(problem.at("/errors/0/message").stringValue()).contains(advice);
	}

}
