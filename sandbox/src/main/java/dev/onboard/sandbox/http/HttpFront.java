package dev.onboard.sandbox.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the routes on one port with a few threads.
 */
public final class HttpFront implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(HttpFront.class);

	private static final int THREADS = 8;

	private final HttpServer server;

	private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

	private final Routes routes;

	/**
	 * Binds the port and serves at once.
	 * @param address port 0 takes any free one
	 */
	public HttpFront(InetSocketAddress address, Routes routes) throws IOException {
		this.routes = routes;
		this.server = HttpServer.create(address, 0);
		this.server.createContext("/", this::handle);
		this.server.setExecutor(this.threads);
		this.server.start();
	}

	public int port() {
		return this.server.getAddress().getPort();
	}

	/**
	 * Stops at once; open requests lose their connection.
	 */
	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	private void handle(HttpExchange exchange) throws IOException {
		Request request = Request.of(exchange);
		CompletableFuture<Answer> answer;
		try {
			answer = this.routes.answer(request);
		}
		catch (RuntimeException ex) {
			answer = CompletableFuture.failedFuture(ex);
		}
		// Nobody waits for it: what goes wrong is logged on the way.
		CompletableFuture<Void> unused = answer.exceptionally((ex) -> trouble(request, ex))
			.thenAccept((known) -> send(exchange, known));
	}

	private static Answer trouble(Request request, Throwable ex) {
		log.error("{} {} failed", request.method(), request.path(), ex);
		return Answer.problem(500, "The sandbox failed", "Its log says why.");
	}

	private static void send(HttpExchange exchange, Answer answer) {
		try (exchange) {
			if (answer.status() == 0) {
				return;
			}
			answer.headers().forEach(exchange.getResponseHeaders()::set);
			byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
			boolean bodiless = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
			exchange.sendResponseHeaders(answer.status(), bodiless ? -1 : body.length);
			if (!bodiless) {
				exchange.getResponseBody().write(body);
			}
		}
		catch (IOException ex) {
			log.debug("{} went away before its answer", exchange.getRemoteAddress(), ex);
		}
	}

}
