package dev.onboard.delivery.http;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import javax.net.ssl.SSLException;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.ModalCloseable;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/**
 * HTTP calls that end in time whatever the server does, once its name is resolved; each
 * on the caller's thread. None but a GET or HEAD is repeated, once, for the server may
 * have closed a connection that was kept. No redirect is followed. Thread-safe.
 */
final class HttpCalls {

	private static final int LONGEST_ANSWER = 1024 * 1024;

	private static final String LATE = "did not answer in time";

	private final CloseableHttpClient client;

	private final Duration limit;

	/**
	 * @param headers sent with each request
	 * @param limit how long a call may last
	 */
	HttpCalls(Consumer<HttpHeaders> headers, Duration limit) {
		this.limit = limit;
		this.client = HttpClients.of(headers);
	}

	/**
	 * Makes one call.
	 * @param json null for no body
	 * @throws NoAnswerException if there is none, or none that is HTTP
	 */
	Answer make(HttpMethod method, URI uri, byte @Nullable [] json) throws NoAnswerException {
		HttpUriRequestBase request = new HttpUriRequestBase(method.name(), uri);
		if (json != null) {
			request.setEntity(new ByteArrayEntity(json, ContentType.create("application/json")));
		}
		HttpClientContext context = HttpClientContext.create();
		long start = System.nanoTime();
		Future<?> deadline = Deadlines.in(this.limit, request::cancel);
		try {
			return answer(request, context);
		}
		// Where it was too late before anything went out, the client says so by its
		// state.
		catch (IOException | IllegalStateException ex) {
			boolean late = System.nanoTime() - start >= this.limit.toNanos();
			boolean sent = HttpClients.isSent(context);
			throw new NoAnswerException(late ? LATE : inWords(ex, sent), sent, late);
		}
		finally {
			deadline.cancel(false);
		}
	}

	private Answer answer(HttpUriRequestBase request, HttpClientContext context) throws IOException {
		ClassicHttpResponse response = this.client.executeOpen(null, request, context);
		try {
			if (!HttpClients.isSent(context)) {
				throw new IOException("a proxy does not let it through");
			}
			return read(request, response);
		}
		finally {
			// At once, for otherwise it is read to its end, which may never come.
			((ModalCloseable) response).close(CloseMode.IMMEDIATE);
		}
	}

	private static Answer read(ClassicHttpRequest request, ClassicHttpResponse answer) throws IOException {
		@Nullable HttpEntity entity = answer.getEntity();
		byte[] body = (entity == null) ? new byte[0] : entity.getContent().readNBytes(LONGEST_ANSWER + 1);
		@Nullable Header retryAfter = answer.getFirstHeader(HttpHeaders.RETRY_AFTER);
		return new Answer(HttpClients.isSafe(request.getMethod()), answer.getCode(),
				new String(body, 0, Math.min(body.length, LONGEST_ANSWER), StandardCharsets.UTF_8),
				body.length > LONGEST_ANSWER, RetryAfter.parse((retryAfter != null) ? retryAfter.getValue() : null));
	}

	private static String inWords(Exception failure, boolean sent) {
		if (sent) {
			return "broke off the connection";
		}
		if (failure instanceof SSLException) {
			return "does not speak TLS with us; check its URL and its certificate";
		}
		return (failure instanceof SocketTimeoutException) ? LATE : "cannot be reached";
	}

}
