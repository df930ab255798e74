package dev.onboard.sandbox.slack.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A page of a channel's messages, the newest first.
 */
final class History {

	private static final String CURSOR = "next_ts:";

	private final Arguments arguments;

	private final int limit;

	private final long from;

	private final long to;

	History(Arguments arguments) throws Refusal {
		this.arguments = arguments;
		this.limit = limit(arguments.text("limit"));
		int edge = arguments.flag("inclusive") ? 0 : 1;
		String oldest = arguments.text("oldest");
		String latest = arguments.text("latest");
		this.from = oldest.isEmpty() ? 0 : micros(oldest, "invalid_ts_oldest") + edge;
		this.to = Math.min(latest.isEmpty() ? Long.MAX_VALUE : micros(latest, "invalid_ts_latest") - edge,
				start(arguments.text("cursor")));
	}

	void addTo(ObjectNode answer, List<Card> oldestFirst) throws Refusal {
		String channel = Channels.known(this.arguments.required("channel"));
		List<Card> found = new ArrayList<>(
				oldestFirst.stream().filter((card) -> card.channel().equals(channel) && contains(card)).toList());
		Collections.reverse(found);
		ArrayNode messages = answer.putArray("messages");
		boolean withMetadata = this.arguments.flag("include_all_metadata");
		found.stream().limit(this.limit).forEach((card) -> messages.add(Message.json(card, withMetadata)));
		boolean more = found.size() > this.limit;
		answer.put("has_more", more).put("pin_count", 0).putNull("channel_actions_ts").put("channel_actions_count", 0);
		if (more) {
			answer.putObject("response_metadata").put("next_cursor", cursor(found.get(this.limit)));
		}
	}

	private boolean contains(Card card) {
		long micros = micros(card);
		return micros >= this.from && micros <= this.to;
	}

	private static int limit(String text) throws Refusal {
		if (text.isEmpty()) {
			return 100;
		}
		if (!text.matches("[1-9]\\d{0,2}")) {
			throw new Refusal("invalid_limit");
		}
		return Integer.parseInt(text);
	}

	private static long micros(Card card) {
		return Timestamp.parse(card.ts()).orElseThrow().micros();
	}

	private static long micros(String ts, String error) throws Refusal {
		return Timestamp.parse(ts).orElseThrow(() -> new Refusal(error)).micros();
	}

	private static String cursor(Card next) {
		return Base64.getEncoder().encodeToString((CURSOR + micros(next)).getBytes(StandardCharsets.UTF_8));
	}

	private static long start(String cursor) throws Refusal {
		if (cursor.isEmpty()) {
			return Long.MAX_VALUE;
		}
		try {
			String text = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
			if (text.matches(CURSOR + "\\d{1,18}")) {
				return Long.parseLong(text.substring(CURSOR.length()));
			}
		}
		catch (IllegalArgumentException ex) {
			throw new Refusal("invalid_cursor");
		}
		throw new Refusal("invalid_cursor");
	}

}
