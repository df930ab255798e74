package dev.onboard.task;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

import dev.onboard.testing.Scrape;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The REST API as its clients see it, an administrator if not said otherwise.
 * Thread-safe.
 */
public final class Api {

	/** Of the environment. */
	public static final String ADMIN_TOKEN = "the-administrators-token-of-these-tests";

	private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final IntSupplier port;

	private final IntSupplier managementPort;

	private final @Nullable String token;

	Api(IntSupplier port, IntSupplier managementPort) {
		this(port, managementPort, ADMIN_TOKEN);
	}

	private Api(IntSupplier port, IntSupplier managementPort, @Nullable String token) {
		this.port = port;
		this.managementPort = managementPort;
		this.token = token;
	}

	/** For a client with this token, or without one. */
	public Api as(@Nullable String token) {
		return new Api(this.port, this.managementPort, token);
	}

	/** A token that is made now. */
	public Answer newToken(String role) {
		return sendJson("POST", "/tokens", "{\"name\":\"" + UUID.randomUUID() + "\",\"role\":\"" + role + "\"}")
			.expect(201);
	}

	public Answer get(String path) {
		return send("GET", path, "");
	}

	/**
	 * Posts to {@code /users}.
	 * @param headers names and values in turn
	 */
	public Answer post(String json, String... headers) {
		HttpRequest.Builder request = to("/users").header("Content-Type", "application/json");
		if (headers.length > 0) {
			request.headers(headers);
		}
		return send(request.POST(BodyPublishers.ofString(json)));
	}

	/** With a body of JSON. */
	public Answer sendJson(String method, String path, String json) {
		return send(method, path, json, "Content-Type", "application/json");
	}

	public Answer patch(UUID id, String json) {
		return sendJson("PATCH", "/users/" + id, json);
	}

	/** Decides about a step of a person, for a reason. */
	public Answer decide(UUID id, String system, String decision) {
		return sendJson("POST", "/users/" + id + "/steps/" + system + "/" + decision, "{\"reason\":\"as agreed\"}");
	}

	/** Takes over the mailbox that is there, for a reason. */
	public Answer adopt(UUID id, String address) {
		return sendJson("POST", "/users/" + id + "/steps/mail/adopt",
				"{\"reason\":\"as agreed\",\"confirm\":\"" + address + "\"}");
	}

	/** The page of a person, who must be there. */
	public JsonNode page(UUID id) {
		return get("/users/" + id).expect(200).json();
	}

	/** The step of a person in this system. */
	public JsonNode step(UUID id, String system) {
		return page(id).get("steps")
			.valueStream()
			.filter((step) -> step.get("system").stringValue().equals(system))
			.findFirst()
			.orElseThrow();
	}

	/** Adds a person, who must be accepted. */
	public Answer accepted(NewPerson person) {
		String key = UUID.randomUUID().toString();
		return patiently(() -> post(Somebody.json(person), "Idempotency-Key", key)).expect(202);
	}

	/**
	 * As a client that is told to come again later: the last answer within a time. The
	 * request may be carried out more than once.
	 */
	public static Answer patiently(Supplier<Answer> request) {
		Answer answer = request.get();
		Instant end = Instant.now().plus(LONGEST_ANSWER);
		while (answer.status() == 503 && Instant.now().isBefore(end)) {
			answer = request.get();
		}
		return answer;
	}

	public Answer send(String method, String path, String body, String... headers) {
		HttpRequest.Builder request = to(path);
		if (headers.length > 0) {
			request.headers(headers);
		}
		return send(request.method(method, BodyPublishers.ofString(body)));
	}

	/** With a body of any bytes. */
	public Answer post(String path, String type, byte[] body) {
		return send(to(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
	}

	/** What {@link HttpClient} would not send. */
	public Answer sendRaw(String head, byte... body) {
		try (Socket socket = new Socket("localhost", this.port.getAsInt())) {
			Instant sent = Instant.now();
			socket.setSoTimeout((int) LONGEST_ANSWER.toMillis());
			socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
			socket.getOutputStream().write(body);
			socket.shutdownOutput();
			String response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			return Answer.parse(response, Duration.between(sent, Instant.now()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What Prometheus is told. */
	public Scrape scrape() {
		return Scrape.of(this.managementPort.getAsInt());
	}

	/** What is told at the port for whoever watches, without a token. */
	public Answer watch(String path) {
		return new Api(this.managementPort, this.managementPort, null).get(path);
	}

	private HttpRequest.Builder to(String path) {
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create("http://localhost:" + this.port.getAsInt() + path))
			.timeout(LONGEST_ANSWER);
		return (this.token != null) ? request.header("Authorization", "Bearer " + this.token) : request;
	}

	private Answer send(HttpRequest.Builder request) {
		try {
			Instant sent = Instant.now();
			HttpResponse<String> response = this.http.send(request.build(), BodyHandlers.ofString());
			return Answer.of(response, Duration.between(sent, Instant.now()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
