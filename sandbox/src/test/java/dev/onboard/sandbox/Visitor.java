package dev.onboard.sandbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Uses a sandbox from outside, over the network only.
 */
final class Visitor {

	private static final Duration LIMIT = Duration.ofSeconds(15);

	private final HttpClient client = HttpClient.newHttpClient();

	private final SandboxSettings settings;

	Visitor(SandboxSettings settings) {
		this.settings = settings;
	}

	HttpResponse<String> asks(String method, String path, String body) throws Exception {
		return asks(this.settings.httpPort(), method, path, body);
	}

	String sees(String path) throws Exception {
		return asks("GET", path, "").body();
	}

	/**
	 * Returns what is seen as soon as it contains the text, or what is seen last.
	 */
	String seesSoon(String path, String text) throws Exception {
		long start = System.nanoTime();
		String seen = sees(path);
		while (!seen.contains(text) && System.nanoTime() - start < LIMIT.toNanos()) {
			Thread.onSpinWait();
			seen = sees(path);
		}
		return seen;
	}

	int createsMailbox(String address, String password) throws Exception {
		return asks(this.settings.webAdminPort(), "PUT", "/users/" + address, password(password)).statusCode();
	}

	int verifies(String address, String password) throws Exception {
		return asks(this.settings.webAdminPort(), "POST", "/users/" + address + "/verify", password(password))
			.statusCode();
	}

	/** Whether a browser would let a page from there ask for mailboxes. */
	boolean letsPagesAsk(String origin) throws Exception {
		return this.client
			.send(request(this.settings.webAdminPort(), "GET", "/users", "").header("Origin", origin).build(),
					BodyHandlers.ofString())
			.headers()
			.firstValue("Access-Control-Allow-Origin")
			.isPresent();
	}

	String callsSlack(String method, String json) throws Exception {
		return this.client
			.send(request(this.settings.httpPort(), "POST", "/api/" + method, json)
				.header("Authorization", "Bearer xoxb-visitor")
				.header("Content-Type", "application/json")
				.build(), BodyHandlers.ofString())
			.body();
	}

	private HttpResponse<String> asks(int port, String method, String path, String body) throws Exception {
		return this.client.send(request(port, method, path, body).build(), BodyHandlers.ofString());
	}

	private HttpRequest.Builder request(int port, String method, String path, String body) {
		return HttpRequest.newBuilder(URI.create("http://" + this.settings.bind() + ":" + port + path))
			.method(method, BodyPublishers.ofString(body))
			.timeout(LIMIT);
	}

	private static String password(String password) {
		return "{\"password\":\"" + password + "\"}";
	}

}
