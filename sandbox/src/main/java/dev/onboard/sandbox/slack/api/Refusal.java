package dev.onboard.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Slack does not do what it is asked, and says so in one word.
 */
final class Refusal extends Exception {

	private static final long serialVersionUID = 1L;

	private final String error;

	private final String hint;

	Refusal(String error) {
		this(error, "");
	}

	private Refusal(String error, String hint) {
		super(error);
		this.error = error;
		this.hint = hint;
	}

	static Refusal missing(String argument) {
		return new Refusal("invalid_arguments", "[ERROR] missing required field: " + argument);
	}

	ObjectNode json() {
		ObjectNode json = JsonNodeFactory.instance.objectNode().put("ok", false).put("error", this.error);
		if (!this.hint.isEmpty()) {
			json.putObject("response_metadata").putArray("messages").add(this.hint);
		}
		return json;
	}

}
