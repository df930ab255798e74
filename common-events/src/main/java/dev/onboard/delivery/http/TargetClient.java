package dev.onboard.delivery.http;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.onboard.delivery.ledger.Outcome;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.DefaultUriBuilderFactory;
import org.springframework.web.util.UriBuilderFactory;

/**
 * Calls one target. No call lasts longer than ten seconds, whatever the target does, and
 * none but a GET or HEAD may be repeated by the client itself. Thread-safe.
 */
public final class TargetClient {

	/** Regular expression of the base URLs that can be called. */
	public static final String BASE_URL = "https?://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+\\])(:\\d{1,5})?(/[A-Za-z0-9._~/-]*)?";

	private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(8);

	private static final int TOO_MANY_REQUESTS = 429;

	private static final int INTERNAL_SERVER_ERROR = 500;

	private static final JsonMapper JSON = JsonMapper.shared();

	private final String name;

	private final UriBuilderFactory uris;

	private final HttpCalls calls;

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
		this.uris = new DefaultUriBuilderFactory(baseUrl);
		this.calls = new HttpCalls(headers, answerTimeout);
	}

	/**
	 * Calls the target and lets {@code meaning} say what the answer means.
	 * @param path after the base URL; variables are encoded
	 * @param body sent as JSON, null for none
	 * @return the meaning; without an answer, or with one that is too long to be read,
	 * {@link Outcome.Transient} where the target surely did nothing, else
	 * {@link Outcome.Ambiguous}
	 */
	public Outcome call(HttpMethod method, @Nullable Object body, Function<Answer, Outcome> meaning, String path,
			Object... variables) {
		Answer answer;
		try {
			answer = this.calls.make(method, this.uris.expand(path, variables),
					(body != null) ? JSON.writeValueAsBytes(body) : null);
		}
		catch (NoAnswerException ex) {
			String detail = this.name + " " + ex.getMessage();
			if (HttpClients.isSafe(method.name()) || !ex.isSent()) {
				return new Outcome.Transient(detail);
			}
			return ex.isLate() ? Outcome.Ambiguous.late(detail) : new Outcome.Ambiguous(detail);
		}
		return answer.cut() ? trouble(answer) : meaning.apply(answer);
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
		return (answer.safe() || (answer.status() < INTERNAL_SERVER_ERROR && !answer.cut()))
				? new Outcome.Transient(detail, answer.retryAfter())
				: new Outcome.Ambiguous(detail, answer.retryAfter());
	}

}
