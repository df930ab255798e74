package dev.onboard.web.slack;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.onboard.delivery.ledger.Effect;
import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.delivery.ledger.Work;
import dev.onboard.web.Progress;

/**
 * Brings a card up to date. However updates overlap, the card ends up in the person's
 * final state:
 * <ul>
 * <li>Progress is noted before it is asked whether there is a card, and whether there is
 * one is recorded before the post's own look at the progress. So of a report and a post
 * that happen at the same time at least one sees the other, and updates.
 * <li>An update reads the progress, calls, and is not done before it has read the same
 * progress again. So the last update to arrive in Slack either shows what was true after
 * it arrived, or is followed by another; a crash in between leaves it undone, and it is
 * made again.
 * </ul>
 * What remains is an update whose answer did not come in time and which Slack carries out
 * after the one that follows it.
 */
final class CardUpdate implements Effect {

	private static final Outcome GONE = new Outcome.Done("its card was removed from the channel");

	private static final Outcome FIXED = new Outcome.Done("its card can no longer be changed");

	private static final Outcome ELSEWHERE = new Outcome.Done("its card is in a channel that was given up");

	private final String name;

	private final Bot bot;

	private final Cards cards;

	private final Progress progress;

	CardUpdate(String name, Bot bot, Cards cards, Progress progress) {
		this.name = name;
		this.bot = bot;
		this.cards = cards;
		this.progress = progress;
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public Outcome perform(Work work) {
		Optional<Cards.Shown> shown = this.cards.shown(work.person().id());
		if (shown.isEmpty() || this.progress.of(work.person().id()).version() <= shown.get().version()) {
			return Outcome.Done.withoutCall("", null);
		}
		return this.bot.updates().inTurn(() -> update(work, shown.get()));
	}

	private Outcome update(Work work, Cards.Shown shown) {
		Card card = new Card(work.person(), this.progress.of(work.person().id()));
		return this.bot.slack()
			.post("chat.update", Map.of("channel", shown.channel(), "ts", shown.ts(), "text", card.text(), "blocks",
					card.blocks(), "metadata", card.metadata()), (answer) -> updated(card), known(shown.channel()));
	}

	private Outcome updated(Card card) {
		boolean stillTrue = this.progress.of(card.id()).version() == card.version();
		return stillTrue ? new Outcome.Done("") : new Outcome.Waiting("the card changes again", Duration.ZERO);
	}

	/** A channel that is not SLACK_CHANNEL any more is no reason to pause Slack. */
	private Map<String, Outcome> known(String channel) {
		Map<String, Outcome> known = new HashMap<>(
				Map.of("message_not_found", GONE, "cant_update_message", FIXED, "edit_window_closed", FIXED));
		if (!channel.equals(this.bot.channel())) {
			known.putAll(Map.of("channel_not_found", ELSEWHERE, "is_archived", ELSEWHERE, "not_in_channel", ELSEWHERE));
		}
		return known;
	}

}
