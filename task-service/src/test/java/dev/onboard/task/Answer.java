package dev.onboard.task;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the REST API answered.
 *
 * @param headers by name in lower case
 * @param took from sending the request to its whole answer
 */
public record Answer(int status, Map<String, String> headers, String body, Duration took) {

	static Answer of(HttpResponse<String> response, Duration took) {
		Map<String, String> headers = new TreeMap<>();
		response.headers().map().forEach((name, values) -> headers.put(name, String.join(",", values)));
		return new Answer(response.statusCode(), headers, response.body(), took);
	}

	static Answer parse(String response, Duration took) {
		String[] parts = response.split("\r\n\r\n", 2);
		List<String> lines = new ArrayList<>(parts[0].lines().toList());
		int status = Integer.parseInt(lines.remove(0).substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
		Map<String, String> headers = lines.stream()
			.map((line) -> line.split(": ", 2))
			.collect(Collectors.toMap((header) -> header[0].toLowerCase(Locale.ROOT), (header) -> header[1]));
		boolean chunked = "chunked".equals(headers.get("transfer-encoding"));
		return new Answer(status, headers, chunked ? joined(parts[1]) : parts[1], took);
	}

	/** Each chunk is a line with its length, and its text. */
	private static String joined(String chunks) {
		List<String> lines = chunks.lines().toList();
		return IntStream.range(0, lines.size())
			.filter((index) -> index % 2 == 1)
			.mapToObj(lines::get)
			.collect(Collectors.joining());
	}

	public Answer expect(int expected) {
		assertThat(this.status).as("status of %s", this).isEqualTo(expected);
		return this;
	}

	public String header(String name) {
		return Objects.requireNonNull(this.headers.get(name), () -> "no " + name + " in " + this);
	}

	public JsonNode json() {
		return JsonMapper.shared().readTree(this.body);
	}

	/** Of the person that the answer is about. */
	public UUID id() {
		return UUID.fromString(json().get("id").stringValue());
	}

	/** A problem with everything that a problem of ours has. */
	public JsonNode problem(int expected) {
		expect(expected);
		assertThat(this.headers.get("content-type")).as("content type of %s", this)
			.startsWith("application/problem+json");
		JsonNode problem = json();
		assertThat(problem.path("status").intValue()).isEqualTo(expected);
		assertThat(problem.path("title").stringValue()).isNotBlank();
		assertThat(problem.path("detail").stringValue()).isNotBlank();
		assertThat(this.body).as("words of ours, not of Java")
			.doesNotContain("dev.onboard", "org.", "java.", "tools.jackson", "\\tat ", "trace");
		return problem;
	}

}
