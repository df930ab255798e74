package dev.onboard.faults.outside;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/**
 * Slack: one incoming webhook, and of the Web API what a bot with cards calls. The person
 * is the last mail address in a message's text.
 */
final class Slack implements HttpService {

	static final String WEBHOOK = "/services/T0FAULTS/B0FAULTS/of-these-runs";

	static final String TOKEN = "xoxb-of-these-runs";

	private static final Pattern ADDRESS = Pattern.compile("[^\\s(<:|]+@[^\\s)>|]+");

	private final SlackChannel channel = new SlackChannel();

	private final Diary diary;

	Slack(Diary diary) {
		this.diary = diary;
	}

	@Override
	public String person(Request request) {
		return person(request.json());
	}

	private static String person(JsonNode message) {
		return ADDRESS.matcher(message.path("text").asString(""))
			.results()
			.map(MatchResult::group)
			.reduce("", (one, next) -> next);
	}

	@Override
	public boolean adds(Request request) {
		return isWebhook(request) || request.is("POST", "api", "chat.postMessage");
	}

	private static boolean isWebhook(Request request) {
		return request.method().equals("POST") && ("/" + String.join("/", request.path())).equals(WEBHOOK);
	}

	@Override
	public Answer refusal(int status, Request request) {
		if (isWebhook(request)) {
			return Answer.text(status,
					(status == 429) ? "rate_limited" : (status < 500) ? "invalid_payload" : "rollup_error");
		}
		if (status >= 500) {
			return Answer.text(status, "upstream trouble");
		}
		return (status == 429) ? Answer.json(429, Map.of("ok", false, "error", "ratelimited"))
				: error("invalid_blocks");
	}

	@Override
	public Answer answer(Request request) {
		if (isWebhook(request)) {
			this.diary.note(Seen.Kind.WEBHOOK_POST, person(request), "");
			return Answer.text(200, "ok").afterEffect();
		}
		if (!request.part(0).equals("api")) {
			return Answer.text(404, "no_service");
		}
		if (!request.header("Authorization").equals("Bearer " + TOKEN)) {
			return error("invalid_auth");
		}
		return switch (request.part(1)) {
			case "chat.postMessage" -> post(request.json());
			case "chat.update" -> update(request.json());
			case "conversations.history" ->
				Answer.json(200, this.channel.history(request.query("oldest"), request.query("latest")));
			default -> error("unknown_method");
		};
	}

	private Answer post(JsonNode message) {
		if (!message.path("channel").asString("").equals(SlackChannel.ID)) {
			return error("channel_not_found");
		}
		String ts = this.channel.post(message);
		this.diary.note(Seen.Kind.CARD, person(message), ts);
		return Answer.json(200, Map.of("ok", true, "channel", SlackChannel.ID, "ts", ts)).afterEffect();
	}

	private Answer update(JsonNode message) {
		String ts = message.path("ts").asString("");
		if (!this.channel.update(ts, message)) {
			return error("message_not_found");
		}
		this.diary.note(Seen.Kind.CARD_UPDATE, person(message), ts);
		return Answer.json(200, Map.of("ok", true, "channel", SlackChannel.ID, "ts", ts)).afterEffect();
	}

	private static Answer error(String word) {
		return Answer.json(200, Map.of("ok", false, "error", word));
	}

}
