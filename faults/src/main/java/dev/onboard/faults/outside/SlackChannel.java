package dev.onboard.faults.outside;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

import tools.jackson.databind.JsonNode;

/** The cards in one channel, by their time in microseconds. Thread-safe. */
final class SlackChannel {

	static final String ID = "C0FAULTS";

	private static final int PAGE = 100;

	private static final int MILLION = 1_000_000;

	private final NavigableMap<Long, JsonNode> messages = new ConcurrentSkipListMap<>();

	private final AtomicLong last = new AtomicLong();

	/** Returns the ts of the new message. */
	String post(JsonNode message) {
		long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
		long micros = this.last.updateAndGet((before) -> Math.max(before + 1, now));
		this.messages.put(micros, message);
		return ts(micros);
	}

	/** False if there is no such message. */
	boolean update(String ts, JsonNode message) {
		return this.messages.replace(micros(ts), message) != null;
	}

	/** A page of those between, the newest first. */
	Object history(String oldest, String latest) {
		NavigableMap<Long, JsonNode> found = this.messages
			.subMap(oldest.isEmpty() ? 0 : micros(oldest), false, latest.isEmpty() ? Long.MAX_VALUE : micros(latest),
					false)
			.descendingMap();
		List<Map<String, Object>> page = found.entrySet()
			.stream()
			.limit(PAGE)
			.map((entry) -> Map.<String, Object>of("type", "message", "ts", ts(entry.getKey()), "text",
					entry.getValue().path("text"), "metadata", entry.getValue().path("metadata")))
			.toList();
		return Map.of("ok", true, "messages", page, "has_more", found.size() > PAGE);
	}

	private static String ts(long micros) {
		return "%d.%06d".formatted(micros / MILLION, micros % MILLION);
	}

	private static long micros(String ts) {
		String[] parts = (ts + ".0").split("\\.", 3);
		return Long.parseLong(parts[0]) * MILLION + Long.parseLong((parts[1] + "000000").substring(0, 6));
	}

}
