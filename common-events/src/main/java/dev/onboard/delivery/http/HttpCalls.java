package dev.onboard.delivery.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import javax.net.ssl.SSLException;

import org.apache.hc.client5.http.HttpRequestRetryStrategy;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
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
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.ModalCloseable;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/**
 * HTTP calls that end in time whatever the server does, once its name is resolved; each
 * on the caller's thread. None but a GET or HEAD is repeated, once, for the server may
 * have closed a connection that was kept. No redirect is followed. Thread-safe.
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
				.setDnsResolver(new OneAddress())
				.setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(CONNECT_TIMEOUT).build())
				.build())
			.setDefaultRequestConfig(RequestConfig.custom().setProtocolUpgradeEnabled(false).build())
			.setRequestExecutor(new Noting())
			.setProxySelector(ProxySelector.getDefault())
			.setDefaultHeaders(list(headers))
			.setRetryStrategy(new OnceMore())
			.disableRedirectHandling()
			.disableCookieManagement()
			.disableAuthCaching()
			// What is to be unpacked may never end.
			.disableContentCompression()
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
		try {
			return answer(request, context);
		}
		// Where it was too late before anything went out, the client says so by its
		// state.
		catch (IOException | IllegalStateException ex) {
			boolean late = System.nanoTime() - start >= this.limit.toNanos();
			boolean sent = isSent(context);
			throw new NoAnswerException(late ? LATE : inWords(ex, sent), sent);
		}
		finally {
			deadline.cancel(false);
		}
	}

	private Answer answer(HttpUriRequestBase request, HttpClientContext context) throws IOException {
		ClassicHttpResponse response = this.client.executeOpen(null, request, context);
		try {
			if (!isSent(context)) {
				throw new IOException("a proxy does not let it through");
			}
			return read(request, response);
		}
		finally {
			// At once, for otherwise it is read to its end, which may never come.
			((ModalCloseable) response).close(CloseMode.IMMEDIATE);
		}
	}

	private static boolean isSent(HttpContext context) {
		return context.getAttribute(SENT) != null;
	}

	private static Answer read(ClassicHttpRequest request, ClassicHttpResponse answer) throws IOException {
		@Nullable HttpEntity entity = answer.getEntity();
		String body = (entity == null) ? ""
				: new String(entity.getContent().readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
		@Nullable Header retryAfter = answer.getFirstHeader(HttpHeaders.RETRY_AFTER);
		return new Answer(isSafe(HttpMethod.valueOf(request.getMethod())), answer.getCode(), body,
				RetryAfter.parse((retryAfter != null) ? retryAfter.getValue() : null));
	}

	static boolean isSafe(HttpMethod method) {
		return HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method);
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

	/** Only what nobody has answered, and changes nothing. */
	private static final class OnceMore implements HttpRequestRetryStrategy {

		@Override
		public boolean retryRequest(HttpRequest request, IOException failure, int tries, HttpContext context) {
			return tries == 1 && isSafe(HttpMethod.valueOf(request.getMethod()))
					&& (failure instanceof NoHttpResponseException || failure instanceof SocketException)
					&& isSent(context);
		}

		@Override
		public boolean retryRequest(HttpResponse answer, int tries, HttpContext context) {
			return false;
		}

		@Override
		public TimeValue getRetryInterval(HttpResponse answer, int tries, HttpContext context) {
			return TimeValue.ZERO_MILLISECONDS;
		}

	}

	/** No other is tried, for that would begin when the time is over. */
	private static final class OneAddress extends SystemDefaultDnsResolver {

		@Override
		public InetAddress[] resolve(String host) throws UnknownHostException {
			return Arrays.copyOf(super.resolve(host), 1);
		}

	}

	/** Notes that a connection is there and the request goes out. */
	private static final class Noting extends HttpRequestExecutor {

		@Override
		public ClassicHttpResponse execute(ClassicHttpRequest request, HttpClientConnection connection,
				@Nullable HttpResponseInformationCallback informed, HttpContext context)
				throws IOException, HttpException {
			if (!Method.CONNECT.isSame(request.getMethod())) {
				context.setAttribute(SENT, true);
			}
			return super.execute(request, connection, informed, context);
		}

	}

}
