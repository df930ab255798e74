package dev.onboard.sandbox.page;

import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Blocks of a Slack message as HTML: those that can be shown.
 */
final class Blocks {

	private Blocks() {
	}

	static String html(JsonNode blocks) {
		return StreamSupport.stream(blocks.spliterator(), false).map(Blocks::block).collect(Collectors.joining("\n"));
	}

	/**
	 * The blocks, or the text where nothing of them can be shown.
	 */
	static String html(JsonNode blocks, String text) {
		String html = html(blocks);
		return html.isBlank() ? "<p>" + SlackText.html(text) + "</p>" : html;
	}

	private static String block(JsonNode block) {
		return switch (block.path("type").asText()) {
			case "header" -> "<h3>" + text(block.path("text")) + "</h3>";
			case "divider" -> "<hr>";
			case "section" -> paragraph("", block.path("text")) + each("", block.path("fields"));
			case "context" -> each("context", block.path("elements"));
			case "actions" -> StreamSupport.stream(block.path("elements").spliterator(), false)
				.map((element) -> "<span class=\"button\">" + text(element.path("text")) + "</span>")
				.collect(Collectors.joining());
			default -> paragraph("", block.path("text"));
		};
	}

	private static String each(String style, JsonNode texts) {
		return StreamSupport.stream(texts.spliterator(), false)
			.map((text) -> paragraph(style, text))
			.collect(Collectors.joining());
	}

	private static String paragraph(String style, JsonNode text) {
		String html = text(text);
		return html.isEmpty() ? "" : "<p class=\"" + style + "\">" + html + "</p>";
	}

	private static String text(JsonNode text) {
		if (text.isTextual()) {
			return SlackText.html(text.asText());
		}
		String words = text.path("text").asText("");
		if (!"plain_text".equals(text.path("type").asText())) {
			return SlackText.html(words);
		}
		return text.path("emoji").asBoolean(true) ? SlackText.plain(words) : SlackText.literal(words);
	}

}
