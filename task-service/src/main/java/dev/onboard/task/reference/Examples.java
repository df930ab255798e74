package dev.onboard.task.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Bodies that can be sent as they are: a file in {@code examples}, named as the
 * operation.
 */
@Component
class Examples {

	private final JsonMapper json;

	Examples(JsonMapper json) {
		this.json = json;
	}

	void add(Operation operation) {
		if (operation.getRequestBody() != null) {
			operation.getRequestBody().setRequired(true);
			operation.getRequestBody()
				.getContent()
				.forEach((type, body) -> add(operation.getOperationId(), type, body));
		}
	}

	private void add(String operation, String type, MediaType body) {
		switch (type) {
			case "application/json" -> body.setExample(this.json.readValue(text(operation + ".json"), Object.class));
			case "text/csv" -> body.setExample(text(operation + ".csv"));
			default -> {
				// A file of a form is one of these, too.
			}
		}
	}

	private static String text(String name) {
		try (@Nullable
		InputStream file = Examples.class.getResourceAsStream("/examples/" + name)) {
			if (file == null) {
				throw new IllegalStateException("there is no example " + name);
			}
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
