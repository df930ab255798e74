package dev.onboard.web.slack;

import java.util.List;

import dev.onboard.delivery.ledger.Effect;
import dev.onboard.delivery.ledger.NotConfigured;
import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.delivery.ledger.Step;
import dev.onboard.delivery.ledger.Work;
import dev.onboard.events.TargetSystem;
import dev.onboard.web.Announcement;
import dev.onboard.web.Progress;

/**
 * How people are announced, as the settings have it.
 *
 * @param post announces a person
 * @param card follows it, for what has changed meanwhile
 * @param announcement follows what changes later
 */
record Way(Effect post, Effect card, Announcement announcement) {

	/** In the ledger, whatever is posted. */
	static final String POST = "slack-post";

	/** Of whoever comes to a post when it may be in other hands already. */
	static final Outcome TOO_LATE = new Outcome.Transient("nothing was posted: it took too long to get there");

	private static final String CARD = "slack-card";

	static Way asCards(Bot bot, Cards cards, Progress progress) {
		return new Way(new CardPost(bot, cards, progress), new CardUpdate(CARD, bot, cards, progress),
				(person, version) -> cards.shown(person)
					.filter((shown) -> shown.version() < version)
					.map((shown) -> new Step(TargetSystem.SLACK,
							List.of(new CardUpdate(CARD + "-" + version, bot, cards, progress)), true)));
	}

	static Way asMessages(String webhookUrl, Pace pace) {
		return new Way(new WebhookPost(webhookUrl, pace), new NoCard(CARD), Announcement.SAID_ONCE);
	}

	static Way none() {
		return new Way(
				new NotConfigured(POST,
						"no Slack is configured; set SLACK_BOT_TOKEN and SLACK_CHANNEL, or SLACK_WEBHOOK_URL"),
				new NoCard(CARD), Announcement.SAID_ONCE);
	}

	/** What is no card stays as it was posted. */
	private record NoCard(String name) implements Effect {

		@Override
		public Outcome perform(Work work) {
			return Outcome.Done.withoutCall("", null);
		}

	}

}
