package dev.onboard.faults.world;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks JSON over HTTP, ten seconds per request at most. */
final class Http {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final HttpClient CLIENT = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(5))
		.build();

	private Http() {
	}

	static HttpResponse<String> get(URI uri) throws IOException {
		return send(asAdministrator(uri));
	}

	/**
	 * What is there.
	 * @throws IOException also if the answer is not 200
	 */
	static JsonNode json(URI uri) throws IOException {
		return json(asAdministrator(uri));
	}

	static JsonNode json(HttpRequest.Builder request) throws IOException {
		HttpResponse<String> answer = send(request);
		if (answer.statusCode() != 200) {
			throw new IOException(answer.uri().getPath() + " answered " + answer.statusCode());
		}
		return JSON.readTree(answer.body());
	}

	static HttpResponse<String> post(URI uri, Object body, Map<String, String> headers) throws IOException {
		HttpRequest.Builder request = asAdministrator(uri).header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
		headers.forEach(request::header);
		return send(request);
	}

	/** Others than the task-service do not look at it. */
	private static HttpRequest.Builder asAdministrator(URI uri) {
		return HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + Environment.ADMIN_TOKEN);
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
		try {
			return CLIENT.send(request.timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException();
		}
	}

}
