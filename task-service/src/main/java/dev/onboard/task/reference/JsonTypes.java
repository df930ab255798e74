package dev.onboard.task.reference;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;

/** The beginnings of schemas. */
final class JsonTypes {

	private static final String REFERENCE = "#/components/schemas/";

	private JsonTypes() {
	}

	/** Anything of this type. */
	static Schema<?> of(String type) {
		Schema<?> schema = new JsonSchema();
		schema.addType(type);
		return schema;
	}

	static Schema<?> text(String description) {
		Schema<?> text = of("string");
		text.setDescription(description);
		return text;
	}

	/** The schema of this name. */
	static Schema<?> named(String name) {
		Schema<?> schema = new JsonSchema();
		schema.set$ref(REFERENCE + name);
		return schema;
	}

	/** The name that is referred to by this. */
	static String name(String reference) {
		return reference.substring(REFERENCE.length());
	}

}
