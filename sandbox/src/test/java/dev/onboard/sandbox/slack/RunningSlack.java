package dev.onboard.sandbox.slack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import dev.onboard.sandbox.http.HttpFront;
import dev.onboard.sandbox.http.Routes;
import dev.onboard.sandbox.memory.Newest;
import dev.onboard.sandbox.slack.api.Cards;

/**
 * A simulator on a free port whose clock stands still, and a client for it.
 */
final class RunningSlack implements AutoCloseable {

	/**
	 * In Slack's timestamps 1793606400.
	 */
	static final Instant NOW = Instant.parse("2026-11-02T08:00:00Z");

	/**
	 * Its bot is U09KSFZV and B09KSFZV.
	 */
	static final String TOKEN = "xoxb-1-2-three";

	/**
	 * Arguments that post a card.
	 */
	static final String CARD = """
			{"channel":"C0123","text":"Алиса","blocks":[{"type":"divider"}],\
			"metadata":{"event_type":"person","event_payload":{"id":"7"}},"unfurl_links":false}""";

	final Newest<SlackMessage> messages = new Newest<>(100, Clock.fixed(NOW, ZoneOffset.UTC));

	final Cards cards = new Cards(100, Clock.fixed(NOW, ZoneOffset.UTC));

	final HttpClient client = HttpClient.newHttpClient();

	private final HttpFront http;

	RunningSlack() throws IOException {
		Routes routes = new Routes();
		new SlackSimulator(this.messages, this.cards).addTo(routes);
		this.http = new HttpFront(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), routes);
	}

	HttpResponse<String> post(String payload) throws Exception {
		return send("POST", "/services/T0/B0/x", payload);
	}

	HttpResponse<String> send(String method, String path, String body) throws Exception {
		return send(request(path).method(method, BodyPublishers.ofString(body)));
	}

	HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		return this.client.send(request.build(), BodyHandlers.ofString());
	}

	/**
	 * Calls a method of the Web API with the token and JSON.
	 */
	HttpResponse<String> call(String method, String json) throws Exception {
		return send(api(method, TOKEN).header("Content-Type", "application/json; charset=utf-8")
			.POST(BodyPublishers.ofString(json)));
	}

	/**
	 * Posts messages 1, 2 … to the channel C1.
	 */
	void postNumbered(int count) throws Exception {
		for (int i = 1; i <= count; i++) {
			call("chat.postMessage", "{\"channel\":\"C1\",\"text\":\"%d\"}".formatted(i));
		}
	}

	/**
	 * Calls a method of the Web API with the token and a query.
	 */
	String get(String methodAndQuery) throws Exception {
		return send(api(methodAndQuery, TOKEN).GET()).body();
	}

	HttpRequest.Builder api(String method, String token) {
		return request("/api/" + method).header("Authorization", "Bearer " + token);
	}

	HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.http.port() + path))
			.timeout(Duration.ofSeconds(20));
	}

	@Override
	public void close() {
		this.http.close();
	}

}
