package dev.onboard.sandbox.slack;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import dev.onboard.sandbox.http.Answer;
import dev.onboard.sandbox.http.Json;
import dev.onboard.sandbox.http.Request;
import dev.onboard.sandbox.memory.Newest;

/**
 * Takes posts to incoming webhooks as Slack does.
 */
final class Webhooks {

	private final Newest<SlackMessage> messages;

	Webhooks(Newest<SlackMessage> messages) {
		this.messages = messages;
	}

	Answer post(Request request) {
		Optional<JsonNode> payload = payload(request);
		if (payload.isEmpty()) {
			return Answer.text(400, "invalid_payload");
		}
		JsonNode content = payload.get();
		String text = content.path("text").asText("");
		if (text.isEmpty() && content.path("blocks").isEmpty() && content.path("attachments").isEmpty()) {
			return Answer.text(400, "no_text");
		}
		this.messages.add((at) -> new SlackMessage(at, request.path(), text, content));
		return Answer.text(200, "ok");
	}

	private static Optional<JsonNode> payload(Request request) {
		try {
			return Optional.of(Json.read(request.body())).filter(JsonNode::isObject);
		}
		catch (Json.Unreadable ex) {
			return Optional.empty();
		}
	}

}
