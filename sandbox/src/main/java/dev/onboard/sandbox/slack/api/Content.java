package dev.onboard.sandbox.slack.api;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.jspecify.annotations.Nullable;

/**
 * What a call gives a message: text, blocks, metadata. Attachments, which Slack keeps for
 * old apps, are not known here.
 *
 * @param text null if it is not given
 * @param blocks null if they are not given
 * @param metadata null if it is not given; an empty object takes it away
 */
record Content(@Nullable String text, @Nullable JsonNode blocks, @Nullable JsonNode metadata) {

	private static final JsonNode NO_BLOCKS = JsonNodeFactory.instance.arrayNode();

	/**
	 * Reads it.
	 * @throws Refusal for what Slack would not take
	 */
	static Content of(Arguments arguments) throws Refusal {
		Optional<JsonNode> blocks = arguments.structure("blocks", "invalid_blocks_format");
		if (blocks.isPresent() && !blocks.get().isArray()) {
			throw new Refusal("invalid_blocks_format");
		}
		Optional<JsonNode> metadata = arguments.structure("metadata", "invalid_metadata_format");
		if (metadata.isPresent() && !isMetadata(metadata.get())) {
			throw new Refusal("invalid_metadata_format");
		}
		String text = arguments.text("text");
		if (text.isEmpty() && blocks.filter((some) -> !some.isEmpty()).isEmpty()) {
			throw new Refusal("no_text");
		}
		return new Content(text.isEmpty() ? null : text, blocks.orElse(null), metadata.orElse(null));
	}

	/**
	 * The text, or what was there before.
	 */
	String textAfter(String before) {
		return (this.text != null) ? this.text : before;
	}

	/**
	 * The blocks, or what was there before: a text without blocks replaces them.
	 */
	JsonNode blocksAfter(JsonNode before) {
		if (this.blocks != null) {
			return this.blocks;
		}
		return (this.text != null) ? NO_BLOCKS : before;
	}

	/**
	 * The metadata, or what was there before.
	 */
	@Nullable JsonNode metadataAfter(@Nullable JsonNode before) {
		if (this.metadata == null) {
			return before;
		}
		return this.metadata.isEmpty() ? null : this.metadata;
	}

	JsonNode blocksOrNone() {
		return blocksAfter(NO_BLOCKS);
	}

	private static boolean isMetadata(JsonNode metadata) {
		boolean whole = metadata.path("event_type").isTextual() && metadata.path("event_payload").isObject();
		return metadata.isObject() && (metadata.isEmpty() || whole);
	}

}
