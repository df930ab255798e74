package dev.onboard.sandbox.slack.api;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What bots posted, in the order in which it came. Beyond its capacity it forgets the
 * oldest. Safe for use by many threads.
 */
public final class Cards {

	private final int capacity;

	private final Clock clock;

	private final Map<String, Card> cards = new LinkedHashMap<>();

	private Timestamp last = new Timestamp(0);

	public Cards(int capacity, Clock clock) {
		this.capacity = capacity;
		this.clock = clock;
	}

	/**
	 * Adds a message whose timestamp is greater than all before.
	 */
	synchronized Card post(Bot bot, String channel, Content content) {
		Instant now = now();
		this.last = new Timestamp(Math.max(this.last.micros() + 1, Timestamp.of(now).micros()));
		if (this.cards.size() == this.capacity) {
			this.cards.remove(this.cards.keySet().iterator().next());
		}
		Card card = Card.posted(bot, channel, this.last, content, now);
		this.cards.put(card.ts(), card);
		return card;
	}

	/**
	 * Edits a message in its place.
	 * @throws Refusal if there is none or if another bot posted it
	 */
	synchronized Card edit(Bot bot, String channel, String ts, Content content) throws Refusal {
		Card card = this.cards.get(ts);
		if (card == null || !card.channel().equals(channel)) {
			throw new Refusal("message_not_found");
		}
		if (!card.bot().equals(bot)) {
			throw new Refusal("cant_update_message");
		}
		Card edited = card.edited(content, now());
		this.cards.put(ts, edited);
		return edited;
	}

	/**
	 * A copy: what comes later does not change it.
	 */
	public synchronized List<Card> oldestFirst() {
		return List.copyOf(this.cards.values());
	}

	public synchronized void clear() {
		this.cards.clear();
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
