package dev.onboard.task.reference;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

import org.springframework.web.util.UriUtils;

/**
 * Commands that can be pasted into a shell in which {@code id} is set to what they are
 * about.
 *
 * @param server without a slash at the end
 */
record Curl(String server, Schemas schemas) {

	String command(String method, String path, JsonNode operation) {
		JsonNode bodies = operation.at("/requestBody/content");
		List<String> lines = new ArrayList<>();
		boolean events = operation.at("/responses/200/content").has("text/event-stream");
		boolean posts = method.equals("GET") || (method.equals("POST") && !bodies.isMissingNode());
		lines.add((events ? "curl -sN " : "curl -s ") + (posts ? "" : "-X " + method + " ") + "\"" + this.server
				+ path(path, operation) + query(operation) + "\"");
		lines.add("--oauth2-bearer \"$(./onboard token show)\"");
		if (!bodies.isMissingNode()) {
			String media = bodies.has("text/csv") ? "text/csv" : "application/json";
			JsonNode example = bodies.path(media).path("example");
			lines.add("-H 'Content-Type: " + media + "'");
			lines.add("--data-binary '"
					+ (example.isString() ? example.asString() : example.toString()).replace("'", "'\\''") + "'");
		}
		return String.join(" \\\n  ", lines);
	}

	private String path(String path, JsonNode operation) {
		String filled = path;
		for (JsonNode parameter : operation.path("parameters")) {
			if (Reference.text(parameter, "in").equals("path")) {
				String name = Reference.text(parameter, "name");
				filled = filled.replace("{" + name + "}", name.equals("id") ? "$id" : example(parameter));
			}
		}
		return filled;
	}

	private String query(JsonNode operation) {
		String query = operation.path("parameters")
			.valueStream()
			.filter((it) -> Reference.text(it, "in").equals("query") && it.has("example"))
			.map((it) -> Reference.text(it, "name") + "=" + UriUtils.encode(example(it), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return query.isEmpty() ? "" : "?" + query;
	}

	private String example(JsonNode parameter) {
		return parameter.has("example") ? parameter.get("example").asString()
				: this.schemas.values(parameter.get("schema")).get(0);
	}

}
