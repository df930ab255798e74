package dev.onboard.web.slack;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import dev.onboard.delivery.http.Patience;
import dev.onboard.delivery.ledger.Effect;
import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.delivery.ledger.Work;
import dev.onboard.web.Progress;
import tools.jackson.databind.JsonNode;

/**
 * Posts one card per person. Slack has no idempotency key; so whatever may have been
 * posted is looked for in the channel, one page at a time and twice, before anything is
 * posted again: what was held up on its way to Slack may arrive together with the first
 * question.
 */
final class CardPost implements Effect {

	/** A page of the longest messages, 40,000 characters each, can still be read. */
	private static final String HISTORY = "conversations.history?channel={channel}&oldest={oldest}&latest={latest}"
			+ "&limit=25&include_all_metadata=true";

	private static final Duration ON_ITS_WAY = Duration.ofSeconds(2);

	private final SlackApi slack;

	private final String channel;

	private final Cards cards;

	private final Progress progress;

	private final Pace posts;

	private final Pace searches;

	CardPost(Bot bot, Cards cards, Progress progress) {
		this.slack = bot.slack();
		this.channel = bot.channel();
		this.posts = bot.posts();
		this.searches = bot.searches();
		this.cards = cards;
		this.progress = progress;
	}

	@Override
	public String name() {
		return Way.POST;
	}

	@Override
	public Outcome perform(Work work) {
		return perform(work, new Patience());
	}

	Outcome perform(Work work, Patience patience) {
		Optional<Cards.Window> doubt = this.cards.maybePosted(work.person().id());
		return doubt.map((window) -> this.searches.inTurn(() -> search(work, window, patience)))
			.orElseGet(() -> this.posts.inTurn(() -> post(work, patience)));
	}

	private Outcome search(Work work, Cards.Window window, Patience patience) {
		return this.slack.get((page) -> found(work, page, patience), HISTORY, this.channel, window.oldest(),
				window.latest());
	}

	/** The newest messages come first. */
	private Outcome found(Work work, JsonNode page, Patience patience) {
		UUID person = work.person().id();
		String oldest = "";
		for (JsonNode message : page.path("messages")) {
			oldest = message.path("ts").asString("");
			if (isCardOf(person, message.path("metadata"))) {
				return new Outcome.Done("its card is in the channel", this.channel + "/" + oldest);
			}
		}
		if (!page.path("has_more").asBoolean(false)) {
			if (this.cards.looked(person)) {
				return new Outcome.Waiting("looks once more for the card", ON_ITS_WAY);
			}
			this.cards.notPosted(person);
			return this.posts.inTurn(() -> post(work, patience));
		}
		if (oldest.isEmpty()) {
			return new Outcome.Transient("Slack shows no messages and says that there are more");
		}
		this.cards.searchedTo(person, oldest);
		return new Outcome.Waiting("looks through the channel for the card", Duration.ZERO);
	}

	private static boolean isCardOf(UUID person, JsonNode metadata) {
		return metadata.path("event_type").asString("").equals(Card.EVENT_TYPE)
				&& metadata.path("event_payload").path(Card.PERSON_ID).asString("").equals(person.toString());
	}

	private Outcome post(Work work, Patience patience) {
		Card card = new Card(work.person(), this.progress.of(work.person().id()));
		this.cards.trying(card.id(), card.version());
		if (patience.isOver()) {
			// The note stays: it may be that of another, who posts just now.
			return Way.TOO_LATE;
		}
		Outcome outcome = this.slack.post(
				"chat.postMessage", Map.of("channel", this.channel, "text", card.text(), "blocks", card.blocks(),
						"metadata", card.metadata(), "unfurl_links", false, "unfurl_media", false),
				CardPost::posted, Map.of());
		if (outcome instanceof Outcome.Transient || outcome instanceof Outcome.Throttled
				|| outcome instanceof Outcome.Refused) {
			this.cards.notPosted(card.id());
		}
		return outcome;
	}

	private static Outcome posted(JsonNode answer) {
		String channel = answer.path("channel").asString("");
		String ts = answer.path("ts").asString("");
		return (channel.isEmpty() || ts.isEmpty()) ? new Outcome.Ambiguous("Slack does not say where the card is")
				: new Outcome.Done("posted to Slack", channel + "/" + ts);
	}

}
