package dev.onboard.sandbox.page;

import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.onboard.sandbox.slack.SlackMessage;

/**
 * One Slack post as HTML: its blocks if there are any that can be shown, else its text.
 */
final class SlackEntry {

	private SlackEntry() {
	}

	static String html(SlackMessage message) {
		String sender = message.payload().path("username").asText("incoming-webhook");
		return """
				<article class="post"><i>%s</i><div><strong>%s</strong> %s
				%s
				<p class="faint">%s</p></div></article>""".formatted(
				Html.escaped(sender.substring(0, sender.offsetByCodePoints(0, Math.min(1, sender.length())))),
				Html.escaped(sender), Html.time(message.at()), body(message), Html.escaped(message.path()));
	}

	private static String body(SlackMessage message) {
		String blocks = joined(message.payload().path("blocks"));
		if (!blocks.isBlank()) {
			return blocks;
		}
		return "<p>" + SlackText.html(message.text()) + "</p>" + joined(message.payload().path("attachments"));
	}

	private static String joined(JsonNode blocks) {
		return StreamSupport.stream(blocks.spliterator(), false)
			.map(SlackEntry::block)
			.collect(Collectors.joining("\n"));
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
		return "plain_text".equals(text.path("type").asText()) ? SlackText.plain(words) : SlackText.html(words);
	}

}
