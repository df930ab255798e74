package dev.onboard.task.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.onboard.task.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The document as it is served, and what it promises of answers. */
final class Document {

	private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(Dialects.getDraft202012());

	private final JsonNode api;

	private final Map<String, Operation> operations = new TreeMap<>();

	Document(JsonNode api) {
		this.api = api;
		api.get("paths")
			.forEachEntry((path, item) -> item
				.forEachEntry((method, operation) -> this.operations.put(operation.get("operationId").stringValue(),
						new Operation(method.toUpperCase(Locale.ROOT), path, operation))));
		// Clients must not mind a field that they do not know; this one does.
		api.at("/components/schemas").forEach((schema) -> {
			if (schema.has("properties") && !schema.has("additionalProperties")) {
				((ObjectNode) schema).put("additionalProperties", false);
			}
		});
	}

	/**
	 * An operation.
	 *
	 * @param json as it stands there
	 */
	record Operation(String method, String path, JsonNode json) {

		String route() {
			return this.method + " " + this.path;
		}

		/** The least that may. */
		String role() {
			return this.json.at("/security/0/token/0").stringValue();
		}

		Set<String> statuses() {
			return Set.copyOf(this.json.get("responses").propertyNames());
		}

		boolean takes(String media) {
			return this.json.at("/requestBody/content").has(media);
		}

		boolean has(String parameter) {
			return this.json.path("parameters")
				.valueStream()
				.anyMatch((it) -> it.get("name").stringValue().equals(parameter));
		}

	}

	JsonNode api() {
		return this.api;
	}

	Map<String, Operation> operations() {
		return this.operations;
	}

	/** Each operation and status, as in {@code getUser 404}. */
	List<String> promises() {
		List<String> promises = new ArrayList<>();
		this.operations
			.forEach((id, operation) -> operation.statuses().forEach((status) -> promises.add(id + " " + status)));
		return promises;
	}

	/** It is one of those that are promised, of the type and form that are. */
	void check(String operation, Answer answer) {
		JsonNode promised = this.operations.get(operation).json().get("responses").path("" + answer.status());
		assertThat(promised.isMissingNode()).as("status of %s: %s", operation, answer).isFalse();
		JsonNode response = resolved(promised);
		response.path("headers")
			.propertyNames()
			.forEach((header) -> assertThat(answer.headers()).as("%s", answer)
				.containsKey(header.toLowerCase(Locale.ROOT)));
		if (!response.has("content")) {
			assertThat(answer.body()).as("body of %s", operation).isEmpty();
			return;
		}
		String type = answer.header("content-type").split(";")[0];
		assertThat(response.get("content").propertyNames()).as("type of %s", answer).contains(type);
		if (type.endsWith("json")) {
			assertThat(wrong(response.get("content").get(type).get("schema"), answer.json()))
				.as("%s: %s", operation, answer)
				.isEmpty();
		}
	}

	/** What of it is not as the schema says. */
	List<String> wrong(JsonNode schema, JsonNode value) {
		ObjectNode root = (ObjectNode) schema.deepCopy();
		root.set("components", this.api.get("components"));
		return SCHEMAS.getSchema(root).validate(value).stream().map(Object::toString).toList();
	}

	private JsonNode resolved(JsonNode node) {
		return node.has("$ref") ? this.api.at(node.get("$ref").stringValue().substring(1)) : node;
	}

}
