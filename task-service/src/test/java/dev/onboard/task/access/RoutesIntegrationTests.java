package dev.onboard.task.access;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.onboard.task.Answer;
import dev.onboard.task.Api;
import dev.onboard.task.TaskServiceTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Every route, asked with each kind of token. A route needs a line here. */
@TaskServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutesIntegrationTests {

	/**
	 * Method, pattern, the least role ({@code nobody} for none), what it answers whoever
	 * may, to a body of {@code {}} and about what is not there.
	 */
	private static final List<String> ROUTES = """
			GET    /users                               viewer   200
			POST   /users                               operator 400
			GET    /users/counts                        viewer   200
			GET    /users/{id}                          viewer   404
			PATCH  /users/{id}                          operator 400
			DELETE /users/{id}                          admin    400
			POST   /users/{id}/steps/{system}/{decision} operator 404
			POST   /users/{id}/activation-link          operator 404
			DELETE /users/{id}/activation-link          operator 404
			POST   /users/{id}/activation-link/mail     operator 404
			GET    /targets                             viewer   200
			GET    /targets/{system}                    viewer   404
			POST   /targets/{system}/resume             operator 404
			POST   /targets/{system}/retry              operator 400
			GET    /parked                              viewer   200
			GET    /parked/{id}                         viewer   404
			POST   /parked/{id}/replay                  operator 400
			DELETE /parked/{id}                         operator 400
			GET    /settings                            viewer   200
			GET    /suggestions                         viewer   200
			GET    /addresses/{address}                 viewer   200
			GET    /imports                             viewer   200
			POST   /imports                             operator 415
			GET    /imports/template.csv                viewer   200
			GET    /imports/{id}                        viewer   404
			GET    /imports/{id}/rows                   viewer   404
			GET    /imports/{id}/refused.csv            viewer   404
			POST   /imports/{id}/start                  operator 404
			POST   /imports/{id}/cancel                 operator 404
			GET    /console/imports                     viewer   200
			POST   /console/imports                     operator 400
			GET    /console/imports/template.csv        viewer   200
			GET    /console/imports/{id}                viewer   404
			GET    /console/imports/{id}/refused.csv    viewer   404
			GET    /console/imports/{id}/start          viewer   302
			GET    /console/imports/{id}/cancel         viewer   302
			POST   /console/imports/{id}/start          operator 404
			POST   /console/imports/{id}/cancel         operator 404
			GET    /openapi                             viewer   200
			GET    /openapi.yaml                        viewer   200
			GET    /tokens                              admin    200
			POST   /tokens                              admin    400
			DELETE /tokens/{id}                         admin    404
			GET    /                                    viewer   302
			GET    /console                             viewer   302
			GET    /console/**                          viewer   404
			GET    /console/people                      viewer   200
			POST   /console/people                      operator 400
			GET    /console/people/new                  viewer   200
			GET    /console/people/new/login            viewer   200
			GET    /console/people/{id}                 viewer   404
			GET    /console/people/{id}/{form}          viewer   302
			GET    /console/people/{id}/steps/{form}    viewer   302
			POST   /console/people/{id}/steps/{system}  operator 400
			POST   /console/people/{id}/change          operator 404
			POST   /console/people/{id}/link            operator 404
			GET    /console/people/{id}/link/{form}     viewer   302
			POST   /console/people/{id}/link/mail       operator 404
			POST   /console/people/{id}/link/revoke     operator 404
			POST   /console/people/{id}/erase           admin    404
			GET    /console/targets                     viewer   200
			GET    /console/targets/{system}/{form}     viewer   302
			POST   /console/targets/{system}/resume     operator 404
			POST   /console/targets/{system}/retry      operator 400
			GET    /console/api                         viewer   200
			GET    /console/parked                      viewer   200
			GET    /console/parked/{id}                 viewer   404
			GET    /console/parked/{id}/{form}          viewer   302
			POST   /console/parked/{id}/replay          operator 404
			POST   /console/parked/{id}/discard         operator 404
			GET    /sign-in                             nobody   200
			""".lines().toList();

	/** They want the token of their form, see {@link SignInIntegrationTests}. */
	private static final List<String> FORMS = List.of("POST /sign-in", "POST /sign-out");

	/** Its answer has no end, see {@link RoutesIntegrationTests#opensNoPageForNobody}. */
	private static final String LIVE = "GET /live";

	/** What no controller answers. */
	private static final List<String> OTHERS = """
			GET    /livez                               nobody   200
			GET    /readyz                              nobody   200
			HEAD   /readyz                              nobody   200
			POST   /readyz                              nobody   405
			GET    /actuator                            viewer   404
			GET    /actuator/health                     viewer   404
			GET    /actuator/prometheus                 viewer   404
			GET    /nothing                             viewer   404
			POST   /nothing                             operator 404
			DELETE /users                               operator 405
			HEAD   /users                               viewer   200
			OPTIONS /users                              viewer   200
			HEAD   /tokens                              admin    200
			GET    /tokens/nothing                      admin    405
			GET    /error                               viewer   404
			GET    /assets/nothing                      nobody   404
			GET    /webjars/nothing                     nobody   404
			""".lines().toList();

	private static final List<String> ROLES = List.of("nobody", "viewer", "operator", "admin");

	private final Api api;

	private final RequestMappingHandlerMapping mapping;

	private String viewer = "";

	private String operator = "";

	private String revoked = "";

	RoutesIntegrationTests(@Autowired Api api,
			@Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
		this.api = api;
		this.mapping = mapping;
	}

	@BeforeAll
	void makeTokens() {
		this.viewer = secret(this.api.newToken("viewer"));
		this.operator = secret(this.api.newToken("operator"));
		Answer made = this.api.newToken("admin");
		this.revoked = secret(made);
		this.api.as(this.revoked).get("/tokens").expect(200);
		this.api.send("DELETE", "/tokens/" + made.id(), "").expect(204);
	}

	@Test
	void hasALineForEveryRoute() {
		Set<String> routes = this.mapping.getHandlerMethods()
			.keySet()
			.stream()
			.flatMap(RoutesIntegrationTests::routes)
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(Stream.concat(ROUTES.stream().map((line) -> String.join(" ", words(line).subList(0, 2))),
				Stream.concat(FORMS.stream(), Stream.of(LIVE))))
			.containsExactlyInAnyOrderElementsOf(routes);
	}

	@ParameterizedTest(name = "{0} {1} with {2}: {3}")
	@MethodSource
	void answers(String method, String pattern, String token, int status) {
		String path = pattern.replace("{id}", UUID.randomUUID().toString())
			.replaceAll("\\{(system|decision|form|address)}", "nothing");
		Answer answer = this.api.as(token(token)).sendJson(method, path, "{}").expect(status);
		if (status == 401) {
			assertThat(answer.header("www-authenticate")).isEqualTo("Bearer");
		}
		if ((status == 401 || status == 403) && !method.equals("HEAD")) {
			assertThat(answer.problem(status).get("detail").stringValue()).contains("/tokens");
		}
		assertThat(answer.header("content-security-policy")).contains("default-src 'none'", "frame-ancestors 'none'")
			.doesNotContain("unsafe");
		assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
		assertThat(answer.header("referrer-policy")).isEqualTo("no-referrer");
	}

	static Stream<Arguments> answers() {
		return Stream.concat(ROUTES.stream(), OTHERS.stream()).map(RoutesIntegrationTests::words).flatMap((words) -> {
			int least = ROLES.indexOf(words.get(2));
			int status = Integer.parseInt(words.get(3));
			return Stream.of("none", "wrong", "revoked", "viewer", "operator", "admin").map((token) -> {
				int role = Math.max(0, ROLES.indexOf(token));
				int refusal = (role == 0) ? 401 : 403;
				return arguments(words.get(0), words.get(1), token, (role >= least) ? status : refusal);
			});
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Bearer", "Bearer ", "Basic YWRtaW46YWRtaW4=", "Bearer " + Api.ADMIN_TOKEN + "x",
			Api.ADMIN_TOKEN, "Token " + Api.ADMIN_TOKEN })
	void refusesWhatIsNoToken(String header) {
		this.api.as(null).send("GET", "/users", "", "Authorization", header).problem(401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer ", "bearer ", "BEARER  " })
	void takesATokenHoweverItsSchemeIsWritten(String scheme) {
		this.api.as(null).send("GET", "/users", "", "Authorization", scheme + Api.ADMIN_TOKEN).expect(200);
	}

	@Test
	void opensNoPageForNobody() {
		this.api.as(null).get("/live").problem(401);
		this.api.as(this.revoked).get("/live").problem(401);
	}

	/** That port is reached by nobody but who watches. */
	@Test
	void tellsFiguresAtAPortOfTheirOwn() {
		this.api.watch("/actuator/prometheus").expect(200);
		assertThat(this.api.watch("/actuator/health").expect(200).json().at("/components/db/status").stringValue())
			.isEqualTo("UP");
		this.api.watch("/actuator/env").expect(401);
		this.api.watch("/users").expect(401);
		assertThat(this.api.as(null).get("/readyz").expect(200).body()).isEqualTo("{\"status\":\"UP\"}");
	}

	@Test
	void saysWhatTheTokenIs() {
		assertThat(this.api.as(this.viewer).post("{}").problem(403).get("detail").stringValue()).contains("viewer's");
		assertThat(this.api.as(this.revoked).get("/users").problem(401).get("detail").stringValue())
			.contains("was revoked");
	}

	private @Nullable String token(String name) {
		return switch (name) {
			case "none" -> null;
			case "viewer" -> this.viewer;
			case "operator" -> this.operator;
			case "admin" -> Api.ADMIN_TOKEN;
			case "revoked" -> this.revoked;
			default -> "onboard_" + "x".repeat(43);
		};
	}

	private static String secret(Answer made) {
		return Objects.requireNonNull(made.json().get("token").stringValue());
	}

	private static Stream<String> routes(RequestMappingInfo info) {
		Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
		List<String> names = methods.isEmpty() ? List.of("ANY") : methods.stream().map(Enum::name).toList();
		return info.getPatternValues()
			.stream()
			.flatMap((pattern) -> names.stream().map((name) -> name + " " + pattern));
	}

	private static List<String> words(String line) {
		return Arrays.asList(line.split(" +"));
	}

}
