package dev.onboard.delivery.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

import dev.onboard.delivery.ledger.Outcome;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/**
 * Calls one target. No call lasts longer than ten seconds, whatever the target does, and
 * none but a GET may be repeated by the client itself. Thread-safe.
 */
public final class TargetClient {

	/** Regular expression of the base URLs that can be called. */
	public static final String BASE_URL = "https?://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+\\])(:\\d{1,5})?(/[A-Za-z0-9._~/-]*)?";

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

	private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(8);

	private static final int LONGEST_ANSWER = 1024 * 1024;

	private static final String LATE = "did not answer in time";

	private static final int TOO_MANY_REQUESTS = 429;

	private static final int INTERNAL_SERVER_ERROR = 500;

	private static final JsonMapper JSON = JsonMapper.shared();

	private final String name;

	private final Duration answerTimeout;

	private final RestClient client;

	/**
	 * @param name of the target, as people call it
	 * @param baseUrl like {@link #BASE_URL}; may be a secret: it never shows in an
	 * outcome or a log
	 * @param headers sent with each request
	 */
	public TargetClient(String name, String baseUrl, Consumer<HttpHeaders> headers) {
		this(name, baseUrl, headers, ANSWER_TIMEOUT);
	}

	TargetClient(String name, String baseUrl, Consumer<HttpHeaders> headers, Duration answerTimeout) {
		this.name = name;
		this.answerTimeout = answerTimeout;
		JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
				HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT_TIMEOUT).build());
		requests.setReadTimeout(answerTimeout);
		this.client = RestClient.builder().baseUrl(baseUrl).requestFactory(requests).defaultHeaders(headers).build();
	}

	/**
	 * Calls the target and lets {@code meaning} say what the answer means.
	 * @param path after the base URL; variables are encoded
	 * @param body sent as JSON, null for none
	 * @return the meaning; without an answer {@link Outcome.Transient} where the target
	 * surely did nothing, else {@link Outcome.Ambiguous}
	 */
	public Outcome call(HttpMethod method, @Nullable Object body, Function<Answer, Outcome> meaning, String path,
			Object... variables) {
		long start = System.nanoTime();
		try {
			RestClient.RequestBodySpec request = this.client.method(method).uri(path, variables);
			if (body != null) {
				request.contentType(MediaType.APPLICATION_JSON).body(JSON.writeValueAsBytes(body));
			}
			return meaning.apply(request.exchangeForRequiredValue((sent, answer) -> read(method, answer)));
		}
		catch (ResourceAccessException ex) {
			boolean late = System.nanoTime() - start >= this.answerTimeout.toNanos();
			String detail = this.name + " " + (late ? LATE : noAnswer(ex.getCause()));
			return (isSafe(method) || nothingSent(ex.getCause())) ? new Outcome.Transient(detail)
					: new Outcome.Ambiguous(detail);
		}
	}

	/**
	 * What an answer means that says nothing of this person: the target's own trouble, or
	 * one that nobody expected. Obeys Retry-After; with 429 it is meant for all.
	 */
	public Outcome trouble(Answer answer) {
		String detail = this.name + " answered " + answer.status() + answer.reason();
		if (answer.status() == TOO_MANY_REQUESTS && answer.retryAfter() != null) {
			return new Outcome.Throttled(detail, answer.retryAfter());
		}
		return (answer.safe() || answer.status() < INTERNAL_SERVER_ERROR)
				? new Outcome.Transient(detail, answer.retryAfter())
				: new Outcome.Ambiguous(detail, answer.retryAfter());
	}

	private static boolean isSafe(HttpMethod method) {
		return HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method);
	}

	private static Answer read(HttpMethod method, ClientHttpResponse answer) throws IOException {
		String body = new String(answer.getBody().readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
		return new Answer(isSafe(method), answer.getStatusCode().value(), body,
				RetryAfter.parse(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)));
	}

	private static boolean nothingSent(@Nullable Throwable cause) {
		return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException
				|| cause instanceof SSLHandshakeException;
	}

	private static String noAnswer(@Nullable Throwable cause) {
		if (cause instanceof ConnectException) {
			return "cannot be reached";
		}
		if (cause instanceof SSLException) {
			return "does not speak TLS with us; check its URL and its certificate";
		}
		return (cause instanceof HttpTimeoutException) ? LATE : "broke off the connection";
	}

}
