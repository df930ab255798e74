package dev.onboard.sandbox.slack;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads a behaviour strictly: a misspelt field must not pass for normal.
 */
final class BehaviourFields {

	private static final List<String> KNOWN = List.of("status", "body", "retryAfterSeconds", "delayMillis", "hang",
			"recordAnyway", "times");

	private final JsonNode json;

	private BehaviourFields(JsonNode json) {
		this.json = json;
	}

	/**
	 * Reads the behaviour; every field may be absent.
	 * @throws IllegalArgumentException with a message that says what to do
	 */
	static Behaviour read(JsonNode json) {
		if (!json.isObject()) {
			throw new IllegalArgumentException("Send a JSON object such as {\"status\":429,\"times\":3}.");
		}
		Iterable<String> names = json::fieldNames;
		String unknown = StreamSupport.stream(names.spliterator(), false)
			.filter((name) -> !KNOWN.contains(name))
			.collect(Collectors.joining(", "));
		if (!unknown.isEmpty()) {
			throw new IllegalArgumentException(
					"Leave out what is not known here: " + unknown + ". Known: " + String.join(", ", KNOWN) + ".");
		}
		return new BehaviourFields(json).behaviour();
	}

	private Behaviour behaviour() {
		int status = number("status", 200, 599, 200);
		return new Behaviour(status, body(status), retryAfterSeconds(status), number("delayMillis", 0, 60_000, 0),
				flag("hang"), flag("recordAnyway"), number("times", 1, 1_000_000));
	}

	private @Nullable Integer retryAfterSeconds(int status) {
		Integer given = number("retryAfterSeconds", 0, 86_400);
		return (given == null && status == 429) ? Integer.valueOf(1) : given;
	}

	private String body(int status) {
		JsonNode body = this.json.path("body");
		if (!body.isMissingNode() && !body.isTextual()) {
			throw new IllegalArgumentException("Give body as a text.");
		}
		return body.asText(Behaviour.usualBody(status));
	}

	private boolean flag(String name) {
		JsonNode flag = this.json.path(name);
		if (!flag.isMissingNode() && !flag.isBoolean()) {
			throw new IllegalArgumentException("Give " + name + " as true or false.");
		}
		return flag.asBoolean(false);
	}

	private int number(String name, int least, int most, int absent) {
		Integer given = number(name, least, most);
		return (given != null) ? given : absent;
	}

	private @Nullable Integer number(String name, int least, int most) {
		JsonNode number = this.json.path(name);
		if (number.isMissingNode()) {
			return null;
		}
		if (!number.canConvertToInt() || !number.isIntegralNumber() || number.intValue() < least
				|| number.intValue() > most) {
			throw new IllegalArgumentException(
					"Give " + name + " as a whole number from " + least + " to " + most + ".");
		}
		return number.intValue();
	}

}
