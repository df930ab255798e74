package dev.onboard.task.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.onboard.task.reference.ReferencePage.Field;
import tools.jackson.databind.JsonNode;

/**
 * What values can be, in words.
 *
 * @param named all that have a name
 */
record Schemas(JsonNode named) {

	private static final String NULL = "null";

	Field parameter(JsonNode parameter) {
		JsonNode schema = parameter.get("schema");
		String where = Reference.text(parameter, "in");
		return new Field(Reference.text(parameter, "name"), name(schema),
				(where.equals("query") ? "" : where + ", ") + words(schema),
				parameter.path("required").asBoolean(false), Reference.text(parameter, "description"));
	}

	List<Field> fields(JsonNode type) {
		Set<String> required = type.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
		List<Field> fields = new ArrayList<>();
		type.path("properties")
			.forEachEntry((name, schema) -> fields.add(new Field(name, name(schema), words(schema),
					required.contains(name), Reference.text(schema, "description"))));
		return fields;
	}

	/** Of the type that it is, or may be, or that is in its list; empty for none. */
	static String name(JsonNode schema) {
		return Stream.concat(Stream.of(schema, schema.path("items")), schema.path("anyOf").valueStream())
			.map((it) -> Reference.text(it, "$ref"))
			.filter((reference) -> !reference.isEmpty())
			.map((reference) -> reference.substring(reference.lastIndexOf('/') + 1))
			.findFirst()
			.orElse("");
	}

	/** The values of a type of which there are only some; else empty. */
	List<String> values(JsonNode schema) {
		JsonNode resolved = name(schema).isEmpty() ? schema : this.named.path(name(schema));
		return resolved.path("enum").valueStream().map(JsonNode::asString).toList();
	}

	private String words(JsonNode schema) {
		List<String> types = schema.path("type").isArray()
				? schema.get("type").valueStream().map(JsonNode::asString).toList()
				: List.of(Reference.text(schema, "type"));
		boolean nullable = types.contains(NULL)
				|| schema.path("anyOf").valueStream().anyMatch((it) -> Reference.text(it, "type").equals(NULL));
		List<String> words = new ArrayList<>();
		types.stream().filter((type) -> !type.isEmpty() && !type.equals(NULL)).forEach(words::add);
		Stream.of("format", "pattern", "minimum", "maximum", "maxLength", "default")
			.filter(schema::has)
			.forEach((rule) -> words.add(rule(rule, schema.get(rule))));
		if (!values(schema).isEmpty()) {
			words.add("one of " + String.join(", ", values(schema)));
		}
		if (nullable) {
			words.add("or null");
		}
		return String.join(", ", words);
	}

	private static String rule(String rule, JsonNode value) {
		return switch (rule) {
			case "format" -> value.asString();
			case "minimum" -> "from " + value;
			case "maximum" -> "to " + value;
			case "maxLength" -> "at most " + value + " characters";
			case "default" -> "without it " + (value.asString().isEmpty() ? "empty" : value.asString());
			default -> rule + " " + value.asString();
		};
	}

}
