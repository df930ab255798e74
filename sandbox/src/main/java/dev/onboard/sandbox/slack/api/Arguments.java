package dev.onboard.sandbox.slack.api;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.onboard.sandbox.http.Json;
import dev.onboard.sandbox.http.Request;

/**
 * The arguments of a call: from the query, and from a form or a JSON object.
 */
final class Arguments {

	private final ObjectNode values = JsonNodeFactory.instance.objectNode();

	/**
	 * Reads them.
	 * @throws Refusal if the body is not what its type says, or of a type that Slack does
	 * not know
	 */
	Arguments(Request request) throws Refusal {
		put(request.query());
		if (request.body().hasRemaining()) {
			String type = request.header("Content-Type").orElseThrow(() -> new Refusal("missing_post_type"));
			switch (type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT)) {
				case "application/json" -> this.values.setAll(json(request));
				case "application/x-www-form-urlencoded" -> putForm(request);
				default -> throw new Refusal("invalid_post_type");
			}
		}
	}

	/**
	 * Empty if it is not given.
	 */
	String text(String name) {
		return this.values.path(name).asText("");
	}

	String required(String name) throws Refusal {
		if (text(name).isEmpty()) {
			throw Refusal.missing(name);
		}
		return text(name);
	}

	boolean flag(String name) {
		return text(name).matches("true|1");
	}

	/**
	 * What is structured may come as JSON or as a text that holds JSON.
	 * @param error what is said of a text that holds none
	 */
	Optional<JsonNode> structure(String name, String error) throws Refusal {
		JsonNode value = this.values.path(name);
		if (value.isMissingNode() || value.isNull()) {
			return Optional.empty();
		}
		try {
			return Optional.of(value.isTextual() ? Json.read(value.textValue()) : value);
		}
		catch (Json.Unreadable ex) {
			throw new Refusal(error);
		}
	}

	private void put(Map<String, String> parameters) {
		parameters.forEach(this.values::put);
	}

	private void putForm(Request request) throws Refusal {
		try {
			put(request.form());
		}
		catch (IllegalArgumentException ex) {
			throw new Refusal("invalid_form_data");
		}
	}

	private static ObjectNode json(Request request) throws Refusal {
		try {
			if (Json.read(request.body()) instanceof ObjectNode object) {
				return object;
			}
		}
		catch (Json.Unreadable ex) {
			throw new Refusal("invalid_json");
		}
		throw new Refusal("json_not_object");
	}

}
