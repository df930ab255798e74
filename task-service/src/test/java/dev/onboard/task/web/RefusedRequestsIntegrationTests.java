package dev.onboard.task.web;

import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;

import dev.onboard.task.Answer;
import dev.onboard.task.Api;
import dev.onboard.task.Somebody;
import dev.onboard.task.TaskServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@TaskServiceTest
class RefusedRequestsIntegrationTests {

	private static final String NAME_RULE = "must have 1 to 100 characters";

	private static final String LOGIN_RULE = "must start with a letter";

	private static final String MAIL_RULE = "must be a mail address";

	private static final String TEXT_RULE = "must be a text in double quotes";

	private final Api api;

	RefusedRequestsIntegrationTests(@Autowired Api api) {
		this.api = api;
	}

	@ParameterizedTest(name = "{0} = {1}: {2}")
	@MethodSource
	void namesTheFieldAndWhatToDo(String field, String value, String advice) {
		Answer answer = this.api.post(somebodyWith(field, value));
		assertRefused(answer, field, advice);
	}

	static Stream<Arguments> namesTheFieldAndWhatToDo() {
		Stream<Arguments> names = Stream.of("firstName", "lastName")
			.flatMap((field) -> Stream
				.of("\"\"", "\" \"", "\"\\u00a0\"", "\"\\u3000\"", "\"\\u200b\"", "\"" + "x".repeat(101) + "\"",
						"\"" + "😀".repeat(101) + "\"", "\"A\\nB\"", "\"A\\rB\"", "\"A\\tB\"", "\"A\\u0000B\"",
						"\"A\\u0085B\"", "\"A\\u2028B\"", "\"A\\ud800B\"", "\"A\\uffffB\"")
				.map((value) -> arguments(field, value, NAME_RULE)));
		Stream<Arguments> logins = Stream
			.of("\"\"", "\"Alice\"", "\"1alice\"", "\"a..b\"", "\"a.\"", "\".a\"", "\"a._b\"", "\"a b\"", "\"a@b\"",
					"\"алиса\"", "\"a\\n\"")
			.map((value) -> arguments("login", value, LOGIN_RULE));
		Stream<Arguments> addresses = Stream
			.of("\"\"", "\"alice\"", "\"@home.example\"", "\"alice@\"", "\"a b@home.example\"", "\"a@b@home.example\"",
					"\"Alice <alice@home.example>\"", "\"a@home.example, b@home.example\"",
					"\"a\\r\\nBcc: b@home.example\"", "\"a\\u0000@home.example\"", "\"a\\u0085b@home.example\"",
					"\"a\\u2028b@home.example\"", "\"a\\ud800@home.example\"")
			.map((value) -> arguments("contactEmail", value, MAIL_RULE));
		Stream<Arguments> types = Stream.of("login", "firstName", "lastName", "contactEmail", "role", "language")
			.flatMap((field) -> Stream.of("1", "1.5", "true", "[]", "[\"a\"]", "{}")
				.map((value) -> arguments(field, value, TEXT_RULE)));
		Stream<Arguments> others = Stream.of(arguments("login", "null", "is missing"),
				arguments("firstName", "null", "is missing"), arguments("lastName", "null", "is missing"),
				arguments("login", "\"" + "a".repeat(61) + "\"", "is longer than 60 characters"),
				arguments("login", "\"a" + ".a".repeat(7000) + "\"", "is longer than 60 characters"),
				arguments("role", "\"boss\"", "is not known; known are [de"),
				arguments("role", "\"\"", "is not known; known are [de"),
				arguments("language", "\"fr\"", "is not known; known are [en, ru]"),
				arguments("contactEmail", "\"" + "a".repeat(20) + "@" + "b".repeat(50) + ".example".repeat(24) + "\"",
						"is longer than 254 characters"));
		return Stream.of(names, logins, addresses, types, others).flatMap((cases) -> cases);
	}

	@ParameterizedTest
	@ValueSource(strings = { "login", "firstName", "lastName" })
	void namesTheMissingField(String field) {
		ObjectNode person = (ObjectNode) JsonMapper.shared().readTree(Somebody.json(Somebody.fresh()));
		assertRefused(this.api.post(person.without(field).toString()), field, "is missing");
	}

	@Test
	void namesEveryWrongField() {
		JsonNode problem = this.api.post("{\"login\":\"A\",\"firstName\":\"\"}").problem(400);
		assertThat(problem.get("errors").valueStream().map((error) -> error.get("field").stringValue()))
			.containsExactly("firstName", "lastName", "login");
	}

	@ParameterizedTest
	@ValueSource(strings = { "alice@example.com", "Alice@EXAMPLE.com" })
	void mailsNoLinkIntoTheMailboxThatItOpens(String contact) {
		assertRefused(this.api.post(somebodyWith("contactEmail", "\"" + contact + "\"")), "contactEmail",
				"give an address that they can read now");
	}

	@Test
	void namesTheUnknownFieldAndTheKnownOnes() {
		Answer answer = this.api.post("{\"log\\u0456n\":\"alice\",\"firstName\":\"Alice\",\"lastName\":\"Ivanova\"}");
		assertRefused(answer, "log\u0456n",
				"is not known; known are [login, firstName, lastName, contactEmail, role, language]");
	}

	@ParameterizedTest
	@MethodSource
	void saysWhatIsWrongWithTheBody(String body, String advice) {
		assertThat(this.api.post(body).problem(400).get("detail").stringValue()).contains(advice);
	}

	static List<Arguments> saysWhatIsWrongWithTheBody() {
		String oneObject = "must be one JSON object with login, firstName and lastName";
		String notJson = "is not valid JSON: ";
		return List.of(arguments("", oneObject), arguments("null", oneObject), arguments("[]", oneObject),
				arguments("[" + somebody() + "]", oneObject), arguments("\"alice\"", oneObject),
				arguments("42", oneObject), arguments(somebody() + somebody(), oneObject), arguments("alice", notJson),
				arguments("login=alice", notJson), arguments("{login:\"alice\"}", notJson),
				arguments("{\"login\":\"alice\"", notJson + "it ends too early at line 1, column 17."),
				arguments("{\"login\":\"ali", notJson + "it ends too early"),
				arguments("{\n  \"login\" \"alice\"}", notJson + "something is wrong at line 2, column 11."),
				arguments(somebody() + "x", notJson), arguments("{\"login\":\"a\nb\"}", notJson),
				arguments("{\"login\":\"a\",\"login\":\"b\"}",
						notJson + "a field is there a second time at line 1, column 21."),
				arguments("{\"login\":" + "[".repeat(8000), "login " + TEXT_RULE));
	}

	@Test
	void refusesBytesThatAreNotUtf8() {
		String request = "POST /users HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nAuthorization: Bearer "
				+ Api.ADMIN_TOKEN + "\r\n";
		byte[] body = { '{', '"', 'l', (byte) 0xff, '"', ':', '1', '}' };
		assertThat(this.api.sendRaw(request + "Content-Length: " + body.length + "\r\n\r\n", body)
			.problem(400)
			.get("detail")
			.stringValue()).contains("is not valid JSON");
	}

	@Test
	void refusesABodyOfMoreThan16Kilobytes() {
		String json = Somebody.json(Somebody.fresh());
		String body = json + " ".repeat(16 * 1024 + 1 - json.length());
		assertThat(this.api.post(body).problem(413).get("detail").stringValue())
			.isEqualTo("The body is larger than 16 kB. Send one person per request.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/xml", "application/x-www-form-urlencoded",
			"multipart/form-data", "multipart/form-data; boundary=x", "nonsense" })
	void takesOnlyJson(String type) {
		JsonNode problem = this.api.send("POST", "/users", somebody(), "Content-Type", type).problem(415);
		assertThat(problem.get("detail").stringValue()).contains("application/json");
	}

	@Test
	void takesNoBodyWithoutAType() {
		JsonNode problem = this.api.send("POST", "/users", somebody()).problem(415);
		assertThat(problem.get("detail").stringValue()).contains("application/json");
	}

	@ParameterizedTest
	@CsvSource({ "PUT, /users, 'GET,POST'", "DELETE, /users, 'GET,POST'", "PATCH, /users, 'GET,POST'",
			"POST, /users/1, 'DELETE,GET,PATCH'", "PUT, /users/1, 'DELETE,GET,PATCH'", "NONSENSE, /users, 'GET,POST'" })
	void saysWhichMethodsThereAre(String method, String path, String allowed) {
		Answer answer = this.api.send(method, path, "");
		JsonNode problem = answer.problem(405);
		assertThat(answer.header("allow").split(", ")).containsExactlyInAnyOrder(allowed.split(","));
		assertThat(problem.get("detail").stringValue()).contains(allowed.split(","));
	}

	@ParameterizedTest
	@CsvSource({ "/users/alice, id, must be a UUID",
			"'/users?state=DONE', state, 'must be one of [IN_PROGRESS, READY, NEEDS_ATTENTION]'",
			"/users?limit=0, limit, must be from 1 to 200", "/users?limit=201, limit, must be from 1 to 200",
			"/users?limit=-1, limit, must be from 1 to 200", "/users?limit=many, limit, must be a whole number",
			"/users?limit=1.5, limit, must be a whole number", "/users?limit=9999999999, limit, must be a whole number",
			"/users?after=alice, after, must be a whole number",
			"/users?after=99999999999999999999, after, must be a whole number",
			"/users?search=%00, search, must not contain control characters" })
	void namesTheParameterAndWhatToDo(String path, String parameter, String advice) {
		assertRefused(this.api.get(path), parameter, advice);
	}

	@Test
	void refusesABlankId() {
		assertThat(this.api.get("/users/%20").problem(400).get("detail").stringValue())
			.isEqualTo("id must not be blank.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/user", "/users/", "/users/1/steps", "/error", "/favicon.ico", "/actuator/env" })
	void hasNothingElse(String path) {
		assertThat(this.api.get(path).problem(404).get("detail").stringValue()).contains("/users");
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/html", "application/xml" })
	void tellsItsProblemsInJsonWhateverIsAccepted(String accepted) {
		this.api.send("GET", "/users/alice", "", "Accept", accepted).problem(400);
		this.api.send("GET", "/nothing", "", "Accept", accepted).problem(404);
	}

	@Test
	void showsPeopleOnlyInJson() {
		JsonNode problem = this.api.send("GET", "/users", "", "Accept", "application/xml").problem(406);
		assertThat(problem.get("detail").stringValue()).contains("application/json");
	}

	private static void assertRefused(Answer answer, String field, String advice) {
		JsonNode problem = answer.problem(400);
		assertThat(problem.get("errors")).hasSize(1);
		assertThat(problem.at("/errors/0/field").stringValue()).isEqualTo(field);
		assertThat(problem.at("/errors/0/message").stringValue()).contains(advice);
		assertThat(problem.get("detail").stringValue()).startsWith(field + " ").contains(advice);
	}

	private static String somebody() {
		return """
				{"login":"alice","firstName":"Alice","lastName":"Ivanova","contactEmail":"alice@home.example","role":"developer","language":"en"}""";
	}

	private static String somebodyWith(String field, String json) {
		return somebody().replaceFirst("\"" + field + "\":\"[^\"]*\"",
				Matcher.quoteReplacement("\"" + field + "\":" + json));
	}

}
