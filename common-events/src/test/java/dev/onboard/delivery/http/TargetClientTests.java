package dev.onboard.delivery.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

import dev.onboard.delivery.http.StubTarget.Reply;
import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.testing.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@ExtendWith(OutputCaptureExtension.class)
class TargetClientTests {

	private static final Duration LIMIT = Duration.ofMillis(700);

	/** What a busy machine may add to a limit. */
	private static final Duration BUSY = Duration.ofSeconds(4);

	private static final String SECRET = "s3cret";

	private static final String HEAD = "HTTP/1.1 200 OK\r\n";

	static Stream<Arguments> noAnswers() {
		return Stream.of(arguments("did not answer in time", StubTarget.silence()),
				arguments("did not answer in time", StubTarget.trickle(HEAD + "X-Endless: ")),
				arguments("did not answer in time", StubTarget.trickle(HEAD + "Content-Length: 5000\r\n\r\n")),
				arguments("did not answer in time", StubTarget.trickle("")),
				arguments("broke off the connection", StubTarget.reset()),
				arguments("broke off the connection", StubTarget.bytes("")),
				arguments("broke off the connection", StubTarget.bytes("HTTP/1.1 20")),
				arguments("broke off the connection", StubTarget.bytes("what is HTTP?\r\n\r\n")),
				arguments("broke off the connection", StubTarget.bytes(HEAD + "Content-Length: 100\r\n\r\nhalf")),
				arguments("broke off the connection",
						StubTarget.bytes(HEAD + "Transfer-Encoding: chunked\r\n\r\nzz\r\nhalf")));
	}

	@ParameterizedTest
	@MethodSource
	void noAnswers(String detail, Reply reply, CapturedOutput output) throws IOException {
		try (StubTarget target = StubTarget.answering(reply)) {
			Instant start = Instant.now();
			assertThat(call(target.url()))
				.isEqualTo(new Outcome.Ambiguous("The target " + detail, null, detail.contains("in time")));
			assertThat(Duration.between(start, Instant.now())).isLessThan(LIMIT.plus(BUSY));
			assertThat(target.requests()).hasSize(1);
			assertThat(output).doesNotContain(SECRET);
		}
	}

	@Test
	void nobodyThere() {
		assertThat(call("http://127.0.0.1:" + Ports.free()))
			.isEqualTo(new Outcome.Transient("The target cannot be reached"));
	}

	@Test
	void nameOfNoHost() {
		assertThat(call("http://no-such-host.invalid"))
			.isEqualTo(new Outcome.Transient("The target cannot be reached"));
	}

	@Test
	void tlsWithoutTls() throws IOException {
		try (StubTarget target = StubTarget.answering(StubTarget.bytes("HTTP/1.1 400 No\r\n\r\n"))) {
			assertThat(call(target.url().replace("http:", "https:"))).isEqualTo(
					new Outcome.Transient("The target does not speak TLS with us; check its URL and its certificate"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost", "https://hooks.slack.com/services/T0/B0/x_y-z",
			"http://127.0.0.1:8000/", "http://[::1]:8000" })
	void urlsThatCanBeCalled(String url) {
		assertThat(url).matches(TargetClient.BASE_URL);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "localhost:8000", "ftp://localhost", "http://", "http://mail_server",
			"http://user:pw@host", "http://host/a b", "http://host/{x}", "http://host/?q", "http://host/%20",
			"http://host/\n", " http://host" })
	void urlsThatCannotBeCalled(String url) {
		assertThat(url).doesNotMatch(TargetClient.BASE_URL);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Content-Length: 9000000000000000\r\n", "Transfer-Encoding: chunked\r\n" })
	void readsNoMoreOfAnEndlessAnswerThanItNeeds(String header) throws IOException {
		String chunk = header.contains("chunked") ? "FFFFFFFFFFFFFF\r\n" : "";
		try (StubTarget target = StubTarget.answering(StubTarget.flood(HEAD + header + "\r\n" + chunk))) {
			Instant start = Instant.now();
			Outcome outcome = client(target.url(), LIMIT.plus(BUSY)).call(HttpMethod.POST, null,
					(answer) -> new Outcome.Done("done"), "");
			assertThat(outcome).isEqualTo(new Outcome.Ambiguous("The target answered 200 (more than 1 MiB)"));
			assertThat(Duration.between(start, Instant.now())).isLessThan(BUSY);
		}
	}

	@Test
	void takesAsMuchAsItReads() throws IOException {
		try (StubTarget target = StubTarget.answering(StubTarget.answer(200, "x".repeat(1024 * 1024)))) {
			assertThat(client(target.url(), LIMIT.plus(BUSY)).call(HttpMethod.GET, null,
					(answer) -> new Outcome.Done(Integer.toString(answer.body().length())), ""))
				.isEqualTo(new Outcome.Done("1048576"));
		}
	}

	/** Of the half of an answer nobody can tell what it means. */
	@Test
	void anAnswerThatIsTooLongIsTroubleOfItsCall() throws IOException {
		String body = "x".repeat(1024 * 1024 + 1);
		try (StubTarget target = StubTarget.answering(StubTarget.answer(200, body), StubTarget.answer(200, body))) {
			TargetClient client = client(target.url(), LIMIT.plus(BUSY));
			assertThat(client.call(HttpMethod.GET, null, (answer) -> new Outcome.Done("done"), ""))
				.isEqualTo(new Outcome.Transient("The target answered 200 (more than 1 MiB)"));
			assertThat(client.call(HttpMethod.PUT, null, (answer) -> new Outcome.Done("done"), ""))
				.isEqualTo(new Outcome.Ambiguous("The target answered 200 (more than 1 MiB)"));
		}
	}

	@Test
	void asksOnceMoreWhereTheConnectionWasClosed() throws IOException {
		try (StubTarget target = StubTarget.answering(StubTarget.bytes(""), StubTarget.answer(404, ""))) {
			assertThat(ask(target.url())).isEqualTo(new Outcome.Transient("The target answered 404"));
			assertThat(target.requests()).hasSize(2);
		}
		try (StubTarget target = StubTarget.answering(StubTarget.bytes(""), StubTarget.bytes(""))) {
			assertThat(ask(target.url())).isEqualTo(new Outcome.Transient("The target broke off the connection"));
			assertThat(target.requests()).hasSize(2);
		}
	}

	@Test
	void aProxyThatRefusesIsNotTheTarget() throws IOException {
		ProxySelector usual = ProxySelector.getDefault();
		try (StubTarget proxy = StubTarget.answering(StubTarget.answer(503, ""))) {
			ProxySelector
				.setDefault(ProxySelector.of(new InetSocketAddress("127.0.0.1", URI.create(proxy.url()).getPort())));
			assertThat(call("https://redmine.example"))
				.isEqualTo(new Outcome.Transient("The target cannot be reached"));
			assertThat(proxy.requests()).singleElement()
				.satisfies((request) -> assertThat(request.method()).isEqualTo("CONNECT"));
		}
		finally {
			ProxySelector.setDefault(usual);
		}
	}

	@Test
	void endsWithinTenSecondsWhateverTheTargetDoes() throws IOException {
		try (StubTarget target = StubTarget.answering(StubTarget.trickle(HEAD + "Content-Length: 1000000\r\n\r\n"))) {
			Instant start = Instant.now();
			Outcome outcome = new TargetClient("The target", target.url(), (headers) -> {
			}).call(HttpMethod.GET, null, (answer) -> new Outcome.Done("done"), "");
			assertThat(outcome).isEqualTo(new Outcome.Transient("The target did not answer in time"));
			assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10).plus(BUSY));
		}
	}

	@ParameterizedTest
	@CsvSource({ "301", "302", "307", "308", "404" })
	void troubleIsTriedAgainAndNoRedirectIsFollowed(int status) throws IOException {
		try (StubTarget target = StubTarget
			.answering(StubTarget.answer(status, "", "Location: http://127.0.0.1:1/elsewhere"))) {
			assertThat(call(target.url())).isEqualTo(new Outcome.Transient("The target answered " + status));
			assertThat(target.requests()).hasSize(1);
		}
	}

	@ParameterizedTest
	@CsvSource({ "500,''", "502,<html>bad</html>", "503,''" })
	void aServersErrorMayHaveHadItsEffectUnlessNothingWasToChange(int status, String body) throws IOException {
		Outcome.Ambiguous changing = new Outcome.Ambiguous("The target answered " + status);
		Outcome.Transient asking = new Outcome.Transient("The target answered " + status);
		try (StubTarget target = StubTarget.answering(StubTarget.answer(status, body),
				StubTarget.answer(status, body))) {
			assertThat(call(target.url())).isEqualTo(changing);
			assertThat(ask(target.url())).isEqualTo(asking);
		}
	}

	@Test
	void aQuestionWithoutAnAnswerChangedNothing() throws IOException {
		try (StubTarget target = StubTarget.answering(StubTarget.silence())) {
			assertThat(ask(target.url())).isEqualTo(new Outcome.Transient("The target did not answer in time"));
		}
	}

	@Test
	void tooManyRequestsAreMeantForAllOfUs() throws IOException {
		try (StubTarget target = StubTarget.answering(StubTarget.answer(429, "", "Retry-After: 7"),
				StubTarget.answer(429, ""))) {
			assertThat(call(target.url()))
				.isEqualTo(new Outcome.Throttled("The target answered 429", Duration.ofSeconds(7)));
			assertThat(call(target.url())).isEqualTo(new Outcome.Transient("The target answered 429"));
		}
	}

	@ParameterizedTest
	@CsvSource({ "' rate_limited\n','The target answered 429 (rate_limited)'",
			"'Try again later.','The target answered 429 (try again later.)'",
			"'https://hooks/s3cret','The target answered 429'", "'{\"token\":\"s3cret\"}','The target answered 429'" })
	void repeatsOnlyAWordOrTwoOfTheAnswer(String body, String detail) throws IOException {
		try (StubTarget target = StubTarget.answering(StubTarget.answer(429, body, "Retry-After: 7"))) {
			assertThat(call(target.url())).isEqualTo(new Outcome.Throttled(detail, Duration.ofSeconds(7)));
		}
	}

	@Test
	void sendsJsonInUtf8AndTheHeadersToAnEncodedPath() throws IOException {
		try (StubTarget target = StubTarget.answering(StubTarget.answer(204, ""))) {
			client(target.url() + "/base/", LIMIT).call(HttpMethod.PUT, Map.of("name", "Алиса 爱丽丝"),
					(answer) -> new Outcome.Done(answer.toString()), "/users/{address}", "a/b@example.com?");
			assertThat(target.requests()).singleElement().satisfies((request) -> {
				assertThat(request.method() + " " + request.path()).isEqualTo("PUT /base/users/a%2Fb%40example.com%3F");
				assertThat(request.body()).isEqualTo("{\"name\":\"Алиса 爱丽丝\"}");
				assertThat(request.headers()).containsEntry("Content-Type", "application/json")
					.containsEntry("X-Token", SECRET);
			});
		}
	}

	@Test
	void sendsNoBodyWhereThereIsNone() throws IOException {
		try (StubTarget target = StubTarget.answering(StubTarget.answer(204, ""))) {
			client(target.url(), LIMIT).call(HttpMethod.GET, null, (answer) -> new Outcome.Done("done"), "/there");
			assertThat(target.requests()).singleElement().satisfies((request) -> {
				assertThat(request.method() + " " + request.path() + request.body()).isEqualTo("GET /there");
				assertThat(request.headers()).doesNotContainKey("Content-Type");
			});
		}
	}

	private static Outcome ask(String url) {
		TargetClient client = client(url, LIMIT);
		return client.call(HttpMethod.GET, null, client::trouble, "/" + SECRET);
	}

	private static Outcome call(String url) {
		TargetClient client = client(url, LIMIT);
		return client.call(HttpMethod.POST, Map.of(), client::trouble, "/" + SECRET);
	}

	private static TargetClient client(String url, Duration limit) {
		return new TargetClient("The target", url, (headers) -> headers.set("X-Token", SECRET), limit);
	}

}
