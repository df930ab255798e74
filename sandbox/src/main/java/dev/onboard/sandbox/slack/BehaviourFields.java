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

	private static final List<String> KNOWN = List.of("method", "status", "body", "error", "retryAfterSeconds",
			"delayMillis", "hang", "losePercent", "recordAnyway", "times");

	private final JsonNode json;

	/**
	 * Every field may be absent.
	 * @throws IllegalArgumentException with a message that says what to do
	 */
	BehaviourFields(JsonNode json) {
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
		this.json = json;
	}

	/**
	 * What shall behave so; the webhook where nothing is said.
	 */
	List<SlackMethod> methods() {
		String method = text("method");
		return (method != null) ? SlackMethod.named(method) : List.of(SlackMethod.WEBHOOK);
	}

	Behaviour behaviour() {
		int status = number("status", 200, 599, 200);
		return new Behaviour(status, body(status), error(status), retryAfterSeconds(status),
				number("delayMillis", 0, 60_000, 0), flag("hang"), number("losePercent", 0, 100, 0),
				flag("recordAnyway"), number("times", 1, 1_000_000), 0);
	}

	private @Nullable String body(int status) {
		String body = text("body");
		return (body == null && isForWebhook()) ? UsualAnswers.ofWebhook(status) : body;
	}

	private @Nullable String error(int status) {
		String error = text("error");
		if (error == null) {
			return (isForWebhook() || this.json.has("body")) ? null : UsualAnswers.ofWebApi(status);
		}
		if (isForWebhook()) {
			throw new IllegalArgumentException(
					"Give error with a method of the Web API; a webhook says what is wrong by status and body.");
		}
		if (this.json.has("body") || !error.matches("[a-z][a-z0-9_]*")) {
			throw new IllegalArgumentException("Give error as one word such as token_revoked, and no body beside it.");
		}
		return error;
	}

	private boolean isForWebhook() {
		return methods().contains(SlackMethod.WEBHOOK);
	}

	private @Nullable Integer retryAfterSeconds(int status) {
		Integer given = number("retryAfterSeconds", 0, 86_400);
		return (given == null && status == 429) ? Integer.valueOf(1) : given;
	}

	private @Nullable String text(String name) {
		JsonNode text = this.json.path(name);
		if (!text.isMissingNode() && !text.isTextual()) {
			throw new IllegalArgumentException("Give " + name + " as a text.");
		}
		return text.textValue();
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
