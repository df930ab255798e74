package dev.onboard.faults.outside;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * One HTTP request.
 *
 * @param path its parts, decoded
 * @param headers by name, whatever their case
 */
record Request(String method, List<String> path, Map<String, String> query, Map<String, String> headers, String body) {

	/** Null if there is none any more. */
	static @Nullable Request read(InputStream in) throws IOException {
		String line = line(in);
		if (line == null) {
			return null;
		}
		String[] words = line.split(" ", 3);
		String[] target = words[1].split("\\?", 2);
		Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		for (String header = required(in); !header.isEmpty(); header = required(in)) {
			headers.put(header.substring(0, header.indexOf(':')), header.substring(header.indexOf(':') + 1).strip());
		}
		List<String> path = Arrays.stream(target[0].substring(1).split("/")).map(Request::decoded).toList();
		return new Request(words[0], path, parameters((target.length == 2) ? target[1] : ""), headers,
				body(in, headers));
	}

	private static Map<String, String> parameters(String text) {
		Map<String, String> query = new HashMap<>();
		for (String part : text.split("&", -1)) {
			String[] pair = part.split("=", 2);
			query.put(decoded(pair[0]), (pair.length == 2) ? decoded(pair[1]) : "");
		}
		return query;
	}

	/** What they encode never has a plus that is a space. */
	private static String decoded(String text) {
		return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
	}

	private static String body(InputStream in, Map<String, String> headers) throws IOException {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		if (headers.getOrDefault("Transfer-Encoding", "").equalsIgnoreCase("chunked")) {
			for (int size = chunk(in); size > 0; size = chunk(in)) {
				body.writeBytes(bytes(in, size));
				required(in);
			}
			required(in);
		}
		else {
			body.writeBytes(bytes(in, Integer.parseInt(headers.getOrDefault("Content-Length", "0"))));
		}
		return body.toString(StandardCharsets.UTF_8);
	}

	private static int chunk(InputStream in) throws IOException {
		return Integer.parseInt(required(in).replaceFirst(";.*", "").strip(), 16);
	}

	private static byte[] bytes(InputStream in, int size) throws IOException {
		byte[] bytes = in.readNBytes(size);
		if (bytes.length < size) {
			throw new EOFException();
		}
		return bytes;
	}

	private static String required(InputStream in) throws IOException {
		String line = line(in);
		if (line == null) {
			throw new EOFException();
		}
		return line;
	}

	/** Without its end; null at the end of the stream, whatever came before it. */
	static @Nullable String line(InputStream in) throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		for (int next = in.read(); next != '\n'; next = in.read()) {
			if (next < 0) {
				return null;
			}
			line.write(next);
		}
		String text = line.toString(StandardCharsets.UTF_8);
		return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
	}

	/** A missing node if it is no JSON. */
	JsonNode json() {
		try {
			return JsonMapper.shared().readTree(this.body);
		}
		catch (JacksonException ex) {
			return MissingNode.getInstance();
		}
	}

	boolean is(String method, String... path) {
		return this.method.equals(method) && this.path.equals(List.of(path));
	}

	boolean isSafe() {
		return this.method.equals("GET") || this.method.equals("HEAD");
	}

	/** A part of the path, empty if it is not that long. */
	String part(int index) {
		return (index < this.path.size()) ? this.path.get(index) : "";
	}

	String query(String name) {
		return this.query.getOrDefault(name, "");
	}

	String header(String name) {
		return this.headers.getOrDefault(name, "");
	}

}
