package dev.onboard.delivery.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.apache.hc.client5.http.HttpRequestRetryStrategy;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/** Makes the clients for {@link HttpCalls}: what they never do by themselves. */
final class HttpClients {

	private static final Timeout CONNECT_TIMEOUT = Timeout.ofSeconds(2);

	/** No limit: there are as many calls at a time as there are callers. */
	private static final int CONNECTIONS = Integer.MAX_VALUE;

	private static final String SENT = HttpClients.class.getName() + ".sent";

	private HttpClients() {
	}

	/**
	 * @param headers sent with each request
	 */
	static CloseableHttpClient of(Consumer<HttpHeaders> headers) {
		return HttpClientBuilder.create()
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

	/** Whether anything of the request went out, to the target itself. */
	static boolean isSent(HttpContext context) {
		return context.getAttribute(SENT) != null;
	}

	static boolean isSafe(String method) {
		return Method.GET.isSame(method) || Method.HEAD.isSame(method);
	}

	/** Only what nobody has answered, and changes nothing. */
	private static final class OnceMore implements HttpRequestRetryStrategy {

		@Override
		public boolean retryRequest(HttpRequest request, IOException failure, int tries, HttpContext context) {
			return tries == 1 && isSafe(request.getMethod())
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
