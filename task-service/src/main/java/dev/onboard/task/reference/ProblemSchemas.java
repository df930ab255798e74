package dev.onboard.task.reference;

import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.models.media.Schema;

/** What an error is; no record of ours holds it. */
final class ProblemSchemas {

	private ProblemSchemas() {
	}

	static Map<String, Schema<?>> all() {
		return Map.of("Problem", problem(), "FieldError", fieldError());
	}

	private static Schema<?> problem() {
		Schema<?> problem = object("What went wrong, and what to do (RFC 9457).", List.of("title", "status", "detail"));
		problem.addProperty("title", JsonTypes.text("The kind of problem, in few words."));
		Schema<?> status = JsonTypes.of("integer");
		status.setFormat("int32");
		status.setDescription("The HTTP status, once more.");
		problem.addProperty("status", status);
		problem.addProperty("detail", JsonTypes.text("What is wrong here, and what to do."));
		problem.addProperty("instance", path("The path that was asked."));
		Schema<?> errors = JsonTypes.of("array");
		errors.setItems(JsonTypes.named("FieldError"));
		errors.setDescription("Each field that is wrong; not there where none is.");
		problem.addProperty("errors", errors);
		problem.addProperty("user", path("With a login that is taken: the path of the person who has it."));
		return problem;
	}

	private static Schema<?> fieldError() {
		Schema<?> error = object("A field that is wrong.", List.of("field", "message"));
		error.addProperty("field", JsonTypes.text("Its name in JSON, or that of a parameter or header."));
		error.addProperty("message", JsonTypes.text("What is wrong; continues its name to a sentence."));
		return error;
	}

	private static Schema<?> object(String description, List<String> required) {
		Schema<?> object = JsonTypes.of("object");
		object.setDescription(description);
		object.setRequired(required);
		return object;
	}

	private static Schema<?> path(String description) {
		Schema<?> path = JsonTypes.text(description);
		path.setFormat("uri-reference");
		return path;
	}

}
