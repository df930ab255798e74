package dev.onboard.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Where the administrators read alerts. */
final class Alerts {

	private final List<String> texts = new CopyOnWriteArrayList<>();

	private final HttpServer server;

	Alerts() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::take);
		this.server.start();
	}

	private void take(HttpExchange exchange) throws IOException {
		byte[] body = exchange.getRequestBody().readAllBytes();
		this.texts.add(Http.json(new String(body, StandardCharsets.UTF_8)).required("text").asString());
		exchange.sendResponseHeaders(204, -1);
		exchange.close();
	}

	String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort() + "/alerts";
	}

	/** Oldest first. */
	List<String> texts() {
		return List.copyOf(this.texts);
	}

	void forget() {
		this.texts.clear();
	}

}
