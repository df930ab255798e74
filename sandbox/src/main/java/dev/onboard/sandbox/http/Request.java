package dev.onboard.sandbox.http;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;

/**
 * What somebody asked.
 *
 * @param method upper case
 * @param uri as it was sent
 * @param body empty when there was none; cut off after {@link #LONGEST_BODY} bytes
 */
public record Request(String method, URI uri, ByteBuffer body) {

	static final int LONGEST_BODY = 1024 * 1024;

	static Request of(HttpExchange exchange) throws IOException {
		byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY);
		return new Request(exchange.getRequestMethod(), exchange.getRequestURI(),
				ByteBuffer.wrap(body).asReadOnlyBuffer());
	}

	public String path() {
		return this.uri.getPath();
	}

	/**
	 * The first parameter of that name in the query.
	 */
	public Optional<String> parameter(String name) {
		return Stream.ofNullable(this.uri.getRawQuery())
			.flatMap((query) -> Stream.of(query.split("&")))
			.map((pair) -> pair.split("=", 2))
			.filter((pair) -> pair.length == 2 && name.equals(decoded(pair[0])))
			.map((pair) -> decoded(pair[1]))
			.findFirst();
	}

	private static String decoded(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

}
