package dev.onboard.mail.activation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Passes on what the mail server is asked, and its answers until a user is created: that
 * answer is lost, and nothing goes through from then on.
 */
final class LosingAnswers implements AutoCloseable {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final HttpServer server;

	private final int target;

	private volatile boolean lost;

	LosingAnswers(int target) {
		this.target = target;
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::pass);
		this.server.start();
	}

	int port() {
		return this.server.getAddress().getPort();
	}

	private void pass(HttpExchange exchange) throws IOException {
		try (exchange) {
			if (!this.lost) {
				HttpResponse<byte[]> answer = ask(exchange);
				this.lost = exchange.getRequestMethod().equals("PUT") && answer.statusCode() == 204;
				if (!this.lost) {
					exchange.sendResponseHeaders(answer.statusCode(),
							(answer.body().length > 0) ? answer.body().length : -1);
					exchange.getResponseBody().write(answer.body());
				}
			}
		}
	}

	private HttpResponse<byte[]> ask(HttpExchange exchange) throws IOException {
		URI uri = URI.create("http://127.0.0.1:" + this.target + exchange.getRequestURI());
		try {
			return HTTP.send(HttpRequest.newBuilder(uri)
				.method(exchange.getRequestMethod(),
						HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()))
				.build(), HttpResponse.BodyHandlers.ofByteArray());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
