package dev.onboard.sandbox.page;

import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;
import dev.onboard.sandbox.slack.SlackMessage;
import dev.onboard.sandbox.slack.api.Card;

/**
 * One Slack message as HTML: its blocks if there are any that can be shown, else its
 * text.
 */
final class SlackEntry {

	private SlackEntry() {
	}

	static String html(SlackMessage message) {
		JsonNode payload = message.payload();
		String body = Blocks.html(payload.path("blocks"), message.text());
		return entry(payload.path("username").asText("incoming-webhook"), message.at(),
				body + Blocks.html(payload.path("attachments")), Html.escaped(message.path()));
	}

	static String html(Card card) {
		return entry("onboard", card.at(), Blocks.html(card.blocks(), card.text()),
				Html.escaped(card.channel()) + edits(card));
	}

	private static String edits(Card card) {
		Instant last = card.editedAt();
		if (last == null) {
			return "";
		}
		return " · edited " + ((card.edits() == 1) ? "once, at " : card.edits() + " times, last at ") + Html.time(last);
	}

	private static String entry(String sender, Instant at, String body, String foot) {
		return """
				<article class="post"><i>%s</i><div><strong>%s</strong> %s
				%s
				<p class="faint">%s</p></div></article>""".formatted(
				Html.escaped(sender.substring(0, sender.offsetByCodePoints(0, Math.min(1, sender.length())))),
				Html.escaped(sender), Html.time(at), body, foot);
	}

}
