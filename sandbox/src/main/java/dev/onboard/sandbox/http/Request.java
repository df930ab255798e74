package dev.onboard.sandbox.http;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;

/**
 * What somebody asked.
 *
 * @param method upper case
 * @param uri as it was sent
 * @param headers whose names are found in any case
 * @param body empty when there was none; cut off after {@link #LONGEST_BODY} bytes
 */
public record Request(String method, URI uri, Headers headers, ByteBuffer body) {

	static final int LONGEST_BODY = 1024 * 1024;

	static Request of(HttpExchange exchange) throws IOException {
		byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY);
		return new Request(exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders(),
				ByteBuffer.wrap(body).asReadOnlyBuffer());
	}

	public String path() {
		return this.uri.getPath();
	}

	/**
	 * The header's first value.
	 */
	public Optional<String> header(String name) {
		return Optional.ofNullable(this.headers.getFirst(name));
	}

	/**
	 * The first parameter of that name in the query.
	 */
	public Optional<String> parameter(String name) {
		return Optional.ofNullable(query().get(name));
	}

	/**
	 * The parameters of the query, of each name the first.
	 */
	public Map<String, String> query() {
		return parameters(Objects.requireNonNullElse(this.uri.getRawQuery(), ""));
	}

	/**
	 * The fields of a form that was sent, of each name the first.
	 * @throws IllegalArgumentException if the body is no form
	 */
	public Map<String, String> form() {
		return parameters(StandardCharsets.UTF_8.decode(this.body.duplicate()).toString());
	}

	private static Map<String, String> parameters(String encoded) {
		Map<String, String> parameters = new LinkedHashMap<>();
		for (String pair : encoded.split("&", -1)) {
			String[] sides = pair.split("=", 2);
			if (sides.length == 2) {
				parameters.putIfAbsent(decoded(sides[0]), decoded(sides[1]));
			}
		}
		return parameters;
	}

	private static String decoded(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

}
