package dev.onboard.task.reference;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.onboard.task.Answer;
import dev.onboard.task.Api;
import dev.onboard.task.TaskServiceTest;
import dev.onboard.task.reference.Document.Operation;
import dev.onboard.testing.Database;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The document says what the service does: each operation is asked for each answer that
 * it may give.
 */
@TaskServiceTest
@TestPropertySource(properties = "onboard.live.lifetime=1s")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Import(Cast.class)
class OpenApiIntegrationTests {

	/** What is refused everywhere in the same way. */
	private static final Set<Integer> COMMON = Set.of(400, 401, 403, 404, 413, 415);

	private static final int AWAY = 503;

	private final Api api;

	private final Cast cast;

	private final Requests requests;

	private Document document = new Document(JsonMapper.shared().readTree("{\"paths\":{}}"));

	private Api viewer;

	private Api operator;

	OpenApiIntegrationTests(@Autowired Api api, @Autowired Cast cast) {
		this.api = api;
		this.cast = cast;
		this.requests = new Requests(api, cast);
		this.viewer = api;
		this.operator = api;
	}

	@BeforeAll
	void read() {
		this.document = new Document(this.api.get("/openapi").expect(200).json());
		this.viewer = this.api.as(this.api.newToken("viewer").json().get("token").stringValue());
		this.operator = this.api.as(this.api.newToken("operator").json().get("token").stringValue());
	}

	@AfterAll
	void forgetTargets() {
		this.cast.unknownTargets();
	}

	@Test
	void isWellFormed() {
		Answer yaml = this.viewer.get("/openapi.yaml").expect(200);
		assertThat(yaml.header("content-type")).startsWith("application/vnd.oai.openapi");
		assertThat(yaml.body()).startsWith("openapi: 3.1.");
		SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(yaml.body(), null, null);
		assertThat(parsed.getMessages()).isEmpty();
		assertThat(parsed.getOpenAPI().getPaths()).hasSameSizeAs(this.document.api().get("paths"));
	}

	/** All of the API, and nothing of the console. */
	@Test
	void hasEveryRouteOfTheApi(
			@Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
		Set<String> routes = mapping.getHandlerMethods()
			.entrySet()
			.stream()
			.filter((route) -> route.getValue().getBeanType().getName().startsWith("dev.onboard.task."))
			.flatMap((route) -> route.getKey()
				.getMethodsCondition()
				.getMethods()
				.stream()
				.flatMap((method) -> route.getKey().getPatternValues().stream().map((path) -> method + " " + path)))
			.filter((route) -> !route.matches("\\w+ /(console.*|sign-in|sign-out)?"))
			.collect(Collectors.toSet());
		assertThat(this.document.operations().values().stream().map(Operation::route))
			.containsExactlyInAnyOrderElementsOf(routes);
	}

	@Test
	void hasNoRequestForWhatIsNotPromised() {
		assertThat(this.document.promises()).containsAll(this.requests.special().keySet());
	}

	@TestFactory
	Stream<DynamicTest> keeps() {
		return this.document.promises()
			.stream()
			.filter((promise) -> !promise.endsWith(" " + AWAY))
			.map((promise) -> DynamicTest.dynamicTest(promise, () -> keep(promise)));
	}

	private void keep(String promise) {
		String id = promise.split(" ")[0];
		int status = Integer.parseInt(promise.split(" ")[1]);
		Supplier<Answer> special = this.requests.special().get(promise);
		assertThat(special != null || COMMON.contains(status)).as("a request for %s", promise).isTrue();
		Operation operation = this.document.operations().get(id);
		Answer answer = (special != null) ? special.get()
				: this.requests.refused(operation, status, client(operation, status));
		this.document.check(id, answer.expect(status));
	}

	private Api client(Operation operation, int status) {
		return switch (status) {
			case 401 -> this.api.as(null);
			case 403 -> operation.role().equals("admin") ? this.operator : this.viewer;
			default -> this.api;
		};
	}

	/** Those with a role that is enough are not refused. */
	@Test
	void namesTheLeastRole() {
		this.document.operations().forEach((id, operation) -> {
			Api least = switch (operation.role()) {
				case "viewer" -> this.viewer;
				case "operator" -> this.operator;
				default -> this.api;
			};
			if (!id.equals("followChanges")) {
				assertThat(this.requests.refused(operation, 404, least).status()).as(id).isNotIn(401, 403);
			}
		});
	}

	@Test
	void isTrueWhileTheDatabaseIsAway() {
		assertThat(this.document.promises().stream().filter((promise) -> promise.endsWith(" " + AWAY)))
			.hasSameSizeAs(this.document.operations().keySet());
		Api unknown = this.api.as("a token that nobody has looked up");
		Database.shared().crash();
		try {
			this.document.operations()
				.entrySet()
				.parallelStream()
				.forEach((entry) -> this.document.check(entry.getKey(),
						this.requests.refused(entry.getValue(), AWAY, unknown).expect(AWAY)));
		}
		finally {
			Database.shared().start();
			Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> this.api.get("/users").status() == 200);
		}
	}

	/** What a schema allows is what is taken. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			true  | {"login":"alice","firstName":"Alice","lastName":"Ivanova"}
			true  | {"login":"a1.b-c_d","firstName":"晨","lastName":"王","contactEmail":null,"role":null,"language":null}
			false | {"login":"alice","firstName":"Alice"}
			false | {"login":"Alice","firstName":"Alice","lastName":"Ivanova"}
			false | {"login":"a..b","firstName":"Alice","lastName":"Ivanova"}
			false | {"login":"alice","firstName":" ","lastName":"Ivanova"}
			false | {"login":"alice","firstName":null,"lastName":"Ivanova"}
			false | {"login":"alice","firstName":"Alice","lastName":"Ivanova","shoes":"39"}
			""")
	void tellsWhoCanBeAdded(boolean allowed, String json) {
		JsonNode schema = this.document.api().at("/components/schemas/NewPerson");
		assertThat(this.document.wrong(schema, JsonMapper.shared().readTree(json)).isEmpty()).isEqualTo(allowed);
	}

	/** Names of types and operations become names in the code of clients. */
	@Test
	void saysInWordsWhatEverythingIs() {
		Set<String> mute = new HashSet<>();
		this.document.operations().forEach((id, operation) -> {
			if (operation.json().path("summary").asString("").isBlank()) {
				mute.add(id);
			}
		});
		assertThat(mute).isEmpty();
		assertThat(this.document.operations().keySet()).allMatch((id) -> id.matches("[a-z][A-Za-z]+"));
		assertThat(this.document.api().at("/components/schemas").propertyNames())
			.allMatch((name) -> name.matches("[A-Z][A-Za-z]+"));
		assertThat(this.document.api().at("/components/schemas/StepState/description").stringValue())
			.contains("`WAITING`: Its target is paused");
		assertThat(this.document.api()
			.at("/components/schemas/StepPage/properties/nextAttemptAt/description")
			.stringValue()).isEqualTo("only while `RETRYING`");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/openapi", "/openapi.yaml", "/v3/api-docs", "/swagger-ui.html" })
	void isForNobodyWithoutAToken(String path) {
		this.api.as(null).get(path).problem(401);
	}

	@Test
	void isTheOnlyFormOfAnAnswer() {
		List.of("application/yaml", "application/xml", "application/cbor")
			.forEach((type) -> this.api.send("GET", "/users", "", "Accept", type).problem(406));
	}

}
