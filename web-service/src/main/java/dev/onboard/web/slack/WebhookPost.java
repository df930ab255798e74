package dev.onboard.web.slack;

import java.util.Map;

import dev.onboard.delivery.http.Answer;
import dev.onboard.delivery.http.TargetClient;
import dev.onboard.delivery.ledger.Effect;
import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.delivery.ledger.Work;
import dev.onboard.events.Person;

import org.springframework.http.HttpMethod;

/**
 * Posts one message per person. Slack documents 200 with the body {@code ok} as the only
 * success, 400 for a payload that it will never take, and no way to ask whether a post
 * whose answer was lost arrived; such a post is repeated.
 */
final class SlackPost implements Effect {

	static final String NAME = "slack-post";

	private final TargetClient slack;

	SlackPost(String webhookUrl) {
		this.slack = new TargetClient("Slack", webhookUrl, (headers) -> {
		});
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Outcome perform(Work work) {
		return this.slack.call(HttpMethod.POST, Map.of("text", text(work.person())), this::posted, "");
	}

	private Outcome posted(Answer answer) {
		if (answer.status() == 200 && answer.body().strip().equals("ok")) {
			return new Outcome.Done("posted to Slack");
		}
		return switch (answer.status()) {
			case 400 -> new Outcome.Refused("Slack refuses the post" + answer.reason());
			case 403, 404, 410 -> new Outcome.Transient(
					"Slack refuses the webhook, " + answer.status() + answer.reason() + "; check SLACK_WEBHOOK_URL");
			default -> this.slack.trouble(answer);
		};
	}

	private static String text(Person person) {
		return ":wave: Welcome *" + escaped(person.fullName()) + "*! Mail: " + escaped(person.address());
	}

	/** The three characters that begin links, mentions and entities in Slack's text. */
	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}

}
