package dev.onboard.task.parked;

import java.util.Optional;
import java.util.UUID;

import dev.onboard.delivery.ParkedMessage;
import dev.onboard.events.Attempt;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whom a message is about that could not be handled as a whole.
 *
 * @param attempt null if that cannot be read
 */
record ParkedSubject(UUID person, @Nullable Attempt attempt) {

	static Optional<ParkedSubject> of(ParkedMessage message) {
		JsonNode body = body(message.body());
		Optional<UUID> inBody = uuid(body.at("/person/id").asString(""));
		// Every message about a person has their id as its correlation id.
		return inBody.or(() -> uuid(String.valueOf(message.correlationId())))
			.map((person) -> new ParkedSubject(person, attempt(body.path("attempt"))));
	}

	private static JsonNode body(byte[] bytes) {
		try {
			return JsonMapper.shared().readTree(bytes);
		}
		catch (JacksonException ex) {
			return JsonMapper.shared().missingNode();
		}
	}

	private static Optional<UUID> uuid(String text) {
		try {
			return Optional.of(UUID.fromString(text));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static @Nullable Attempt attempt(JsonNode attempt) {
		int generation = attempt.path("generation").asInt(0);
		int number = attempt.path("number").asInt(0);
		return (generation >= 1 && number >= 1) ? new Attempt(generation, number) : null;
	}

}
