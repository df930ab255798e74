package dev.onboard.mail.activation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks the service for pages. */
final class Browser {

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final int port;

	Browser(int port) {
		this.port = port;
	}

	HttpResponse<String> get(String secret, String... headers) {
		return send(request(secret, headers).GET());
	}

	HttpResponse<String> with(String method, String secret, String... headers) {
		return send(request(secret, headers).method(method, HttpRequest.BodyPublishers.noBody()));
	}

	/** As somebody who types the password twice. */
	HttpResponse<String> choose(String secret, String password) {
		return post(secret, Map.of("password", password, "again", password));
	}

	HttpResponse<String> post(String secret, Map<String, String> fields, String... headers) {
		String form = fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return send(request(secret, headers).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form)));
	}

	private HttpRequest.Builder request(String secret, String... headers) {
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + this.port + "/activate/" + secret));
		return (headers.length == 0) ? request : request.headers(headers);
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** The whole answer byte for byte, but for the time in it. */
	String raw(String request) {
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			socket.setSoTimeout(20_000);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
			return answer.replaceFirst("\r\nDate: [^\r]*", "");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String rawGet(String path) {
		return raw("GET " + path + " HTTP/1.1\r\nHost: onboard\r\nConnection: close\r\n\r\n");
	}

	String rawPost(String path, String form) {
		return raw("POST " + path + " HTTP/1.1\r\nHost: onboard\r\nConnection: close\r\n"
				+ "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length() + "\r\n\r\n"
				+ form);
	}

}
