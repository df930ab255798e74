package dev.onboard.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A card as Slack's answers show it.
 */
final class Message {

	private Message() {
	}

	static ObjectNode json(Card card, boolean withMetadata) {
		ObjectNode json = JsonNodeFactory.instance.objectNode()
			.put("user", card.bot().user())
			.put("type", "message")
			.put("ts", card.ts())
			.put("bot_id", card.bot().id())
			.put("text", card.text())
			.put("team", Bot.TEAM);
		if (!card.blocks().isEmpty()) {
			json.set("blocks", card.blocks());
		}
		if (card.metadata() != null && withMetadata) {
			json.set("metadata", card.metadata());
		}
		if (card.editedAt() != null) {
			json.putObject("edited").put("user", card.bot().user()).put("ts", Timestamp.of(card.editedAt()).toString());
		}
		return json;
	}

}
