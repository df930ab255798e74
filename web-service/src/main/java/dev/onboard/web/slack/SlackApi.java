package dev.onboard.web.slack;

import java.util.Map;
import java.util.function.Function;

import dev.onboard.delivery.http.Answer;
import dev.onboard.delivery.http.TargetClient;
import dev.onboard.delivery.ledger.Outcome;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;

/**
 * Slack's Web API with a bot's token. It answers 200 with {@code "ok": false} and a word
 * where others would use a status.
 */
final class SlackApi {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final TargetClient slack;

	SlackApi(String url, String token) {
		this.slack = new TargetClient("Slack", url, (headers) -> headers.setBearerAuth(token));
	}

	/**
	 * Calls a method that changes something.
	 * @param meaning of an answer that is ok
	 * @param known meanings of errors that the caller knows better
	 */
	Outcome post(String method, Object arguments, Function<JsonNode, Outcome> meaning, Map<String, Outcome> known) {
		return this.slack.call(HttpMethod.POST, arguments, (answer) -> meaning(answer, meaning, known), "/" + method);
	}

	/** Calls a method that reads. */
	Outcome get(Function<JsonNode, Outcome> meaning, String method, Object... arguments) {
		return this.slack.call(HttpMethod.GET, null, (answer) -> meaning(answer, meaning, Map.of()), "/" + method,
				arguments);
	}

	private Outcome meaning(Answer answer, Function<JsonNode, Outcome> meaning, Map<String, Outcome> known) {
		JsonNode json = read(answer.body());
		if (json == null || !json.path("ok").isBoolean()) {
			return ForeignAnswer.is(answer) ? ForeignAnswer.outcome(answer, "SLACK_API_URL")
					: ApiErrors.unreadable(answer, this.slack.trouble(answer));
		}
		if (json.path("ok").asBoolean()) {
			return meaning.apply(json);
		}
		String word = json.path("error").asString("");
		Outcome better = known.get(word);
		return (better != null) ? better : ApiErrors.outcome(word, answer);
	}

	private static @Nullable JsonNode read(String body) {
		try {
			return JSON.readTree(body);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

}
