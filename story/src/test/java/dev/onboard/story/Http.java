package dev.onboard.story;

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

	static final JsonMapper JSON = JsonMapper.shared();

	private static final HttpClient CLIENT = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(5))
		.build();

	private Http() {
	}

	static HttpResponse<String> get(URI uri) throws IOException {
		return send(asAdministrator(uri));
	}

	static HttpResponse<String> post(URI uri, Object body, Map<String, String> headers) throws IOException {
		HttpRequest.Builder request = asAdministrator(uri).header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
		headers.forEach(request::header);
		return send(request);
	}

	static HttpResponse<String> postCsv(URI uri, String csv) throws IOException {
		return send(
				asAdministrator(uri).header("Content-Type", "text/csv").POST(HttpRequest.BodyPublishers.ofString(csv)));
	}

	static HttpResponse<String> patch(URI uri, Object body) throws IOException {
		return send(asAdministrator(uri).header("Content-Type", "application/json")
			.method("PATCH", HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
	}

	static HttpResponse<String> delete(URI uri) throws IOException {
		return send(asAdministrator(uri).DELETE());
	}

	static HttpResponse<String> delete(URI uri, Object body) throws IOException {
		return send(asAdministrator(uri).header("Content-Type", "application/json")
			.method("DELETE", HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
	}

	/** Others than the task-service do not look at it. */
	private static HttpRequest.Builder asAdministrator(URI uri) {
		return HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + Company.ADMIN_TOKEN);
	}

	static HttpResponse<String> postForm(URI uri, String form) throws IOException {
		return send(HttpRequest.newBuilder(uri)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form)));
	}

	static HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
		try {
			return CLIENT.send(request.timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException();
		}
	}

	static JsonNode json(String text) {
		return JSON.readTree(text);
	}

}
