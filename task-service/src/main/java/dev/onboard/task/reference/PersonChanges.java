package dev.onboard.task.reference;

import java.util.List;
import java.util.Objects;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;

/**
 * A change has the fields of a new person, each if it is to be another; no record holds
 * it.
 */
final class PersonChanges {

	/**
	 * What a person need not have; this room describes the others from outside, so it
	 * says it itself.
	 */
	private static final List<String> CLEARABLE = List.of("contactEmail", "role");

	private PersonChanges() {
	}

	static void describe(OpenAPI api) {
		Schema<?> person = Objects.requireNonNull(api.getComponents().getSchemas().get("NewPerson"));
		Schema<?> change = JsonTypes.of("object");
		change.setDescription("What is to be another way about a person; what is not there stays.");
		change.setMinProperties(1);
		change.setAdditionalProperties(false);
		person.getProperties()
			.forEach((name, field) -> change.addProperty(name, CLEARABLE.contains(name) ? field : notNull(field)));
		api.getComponents().addSchemas("PersonChange", change);
	}

	private static Schema<?> notNull(Schema<?> field) {
		Schema<?> text = JsonTypes.text(field.getDescription());
		text.setPattern(field.getPattern());
		text.setMaxLength(field.getMaxLength());
		return text;
	}

}
