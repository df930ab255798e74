package dev.onboard.web.slack;

import java.util.Map;

import dev.onboard.delivery.http.Answer;
import dev.onboard.delivery.http.Patience;
import dev.onboard.delivery.http.TargetClient;
import dev.onboard.delivery.ledger.Effect;
import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.delivery.ledger.Work;
import dev.onboard.events.Person;

import org.springframework.http.HttpMethod;

/**
 * Posts one message per person through an incoming webhook. Slack documents 200 with the
 * body {@code ok} as the only success, and no way to ask whether a post whose answer was
 * lost arrived; such a post is repeated.
 */
final class WebhookPost implements Effect {

	private static final String GONE = "make a new webhook and set SLACK_WEBHOOK_URL";

	private static final String FORBIDDEN = "an administrator of the workspace has to allow it";

	private static final String CHANNEL = "its channel takes no posts; make a webhook for another one and set SLACK_WEBHOOK_URL";

	/**
	 * What to do about Slack's words that are not about the person, whatever status they
	 * come with.
	 */
	private static final Map<String, String> ADVICE = Map.of("invalid_token", GONE, "no_service", GONE, "no_team", GONE,
			"no_active_hooks", GONE, "team_disabled", FORBIDDEN, "action_prohibited", FORBIDDEN,
			"posting_to_general_channel_denied", FORBIDDEN, "channel_not_found", CHANNEL, "channel_is_archived",
			CHANNEL);

	/** Such as {@code no_text}: Slack's for what is wrong with a post. */
	private static final String WORD = "[a-z]+(_[a-z]+)+";

	private final TargetClient slack;

	private final Pace pace;

	WebhookPost(String webhookUrl, Pace pace) {
		this.slack = new TargetClient("Slack", webhookUrl, (headers) -> {
		});
		this.pace = pace;
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
		Map<String, Object> message = Map.of("text", text(work.person()), "unfurl_links", false, "unfurl_media", false);
		return this.pace.inTurn(
				() -> patience.isOver() ? Way.TOO_LATE : this.slack.call(HttpMethod.POST, message, this::posted, ""));
	}

	private Outcome posted(Answer answer) {
		String word = answer.body().strip();
		if (answer.status() == 200 && word.equals("ok")) {
			return new Outcome.Done("posted to Slack");
		}
		if (answer.status() >= 400 && answer.status() < 500 && ADVICE.containsKey(word)) {
			return new Outcome.Misconfigured(
					"Slack refuses the webhook, " + answer.status() + " (" + word + "): " + ADVICE.get(word));
		}
		if (answer.status() == 400 && word.matches(WORD)) {
			return new Outcome.Refused("Slack refuses the post" + answer.reason());
		}
		return ForeignAnswer.is(answer) ? ForeignAnswer.outcome(answer, "SLACK_WEBHOOK_URL")
				: this.slack.trouble(answer);
	}

	private static String text(Person person) {
		return ":wave: Welcome *" + SlackText.escaped(person.fullName()) + "*! Mail: "
				+ SlackText.escaped(person.address());
	}

}
