package dev.onboard.delivery.http;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import javax.net.ssl.SSLException;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/**
 * HTTP calls that end in time whatever the server does, each on the caller's thread. None
 * is repeated, and no redirect is followed. Thread-safe.
 */
final class HttpCalls {

	private static final Timeout CONNECT_TIMEOUT = Timeout.ofSeconds(2);

	/** No limit: there are as many calls at a time as there are callers. */
	private static final int CONNECTIONS = Integer.MAX_VALUE;

	private static final int LONGEST_ANSWER = 1024 * 1024;

	private static final String SENT = HttpCalls.class.getName() + ".sent";

	private static final String LATE = "did not answer in time";

	private static final ScheduledThreadPoolExecutor DEADLINES = deadlines();

	private final CloseableHttpClient client;

	private final Duration limit;

	/**
	 * @param headers sent with each request
	 * @param limit how long a call may last
	 */
	HttpCalls(Consumer<HttpHeaders> headers, Duration limit) {
		this.limit = limit;
		this.client = HttpClientBuilder.create()
			.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
				.setMaxConnPerRoute(CONNECTIONS)
				.setMaxConnTotal(CONNECTIONS)
				.setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(CONNECT_TIMEOUT).build())
				.build())
			.setDefaultRequestConfig(RequestConfig.custom().setProtocolUpgradeEnabled(false).build())
			.setRequestExecutor(new Noting())
			.setProxySelector(ProxySelector.getDefault())
			.setDefaultHeaders(list(headers))
			.disableAutomaticRetries()
			.disableRedirectHandling()
			.disableCookieManagement()
			.disableAuthCaching()
			.build();
	}

	private static List<Header> list(Consumer<HttpHeaders> headers) {
		HttpHeaders values = new HttpHeaders();
		headers.accept(values);
		return values.headerSet()
			.stream()
			.flatMap((header) -> header.getValue().stream().map((value) -> new BasicHeader(header.getKey(), value)))
			.collect(Collectors.toList());
	}

	private static ScheduledThreadPoolExecutor deadlines() {
		ScheduledThreadPoolExecutor deadlines = new ScheduledThreadPoolExecutor(1, (task) -> {
			Thread thread = new Thread(task, "http-deadlines");
			thread.setDaemon(true);
			return thread;
		});
		deadlines.setRemoveOnCancelPolicy(true);
		return deadlines;
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
		Future<?> deadline = DEADLINES.schedule(request::cancel, this.limit.toNanos(), TimeUnit.NANOSECONDS);
		// Closed and not read to its end, which may never come.
		try (ClassicHttpResponse answer = this.client.executeOpen(null, request, context)) {
			return read(method, answer);
		}
		catch (IOException ex) {
			boolean late = System.nanoTime() - start >= this.limit.toNanos();
			boolean sent = context.getAttribute(SENT) != null;
			throw new NoAnswerException(late ? LATE : inWords(ex, sent), sent);
		}
		finally {
			deadline.cancel(false);
		}
	}

	private static Answer read(HttpMethod method, ClassicHttpResponse answer) throws IOException {
		@Nullable HttpEntity entity = answer.getEntity();
		String body = (entity == null) ? ""
				: new String(entity.getContent().readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
		@Nullable Header retryAfter = answer.getFirstHeader(HttpHeaders.RETRY_AFTER);
		return new Answer(isSafe(method), answer.getCode(), body,
				RetryAfter.parse((retryAfter != null) ? retryAfter.getValue() : null));
	}

	static boolean isSafe(HttpMethod method) {
		return HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method);
	}

	private static String inWords(IOException failure, boolean sent) {
		if (sent) {
			return "broke off the connection";
		}
		if (failure instanceof SSLException) {
			return "does not speak TLS with us; check its URL and its certificate";
		}
		return (failure instanceof SocketTimeoutException) ? LATE : "cannot be reached";
	}

	/** Notes that a connection is there and the request goes out. */
	private static final class Noting extends HttpRequestExecutor {

		@Override
		public ClassicHttpResponse execute(ClassicHttpRequest request, HttpClientConnection connection,
				@Nullable HttpResponseInformationCallback informed, HttpContext context)
				throws IOException, HttpException {
			context.setAttribute(SENT, true);
			return super.execute(request, connection, informed, context);
		}

	}

}
