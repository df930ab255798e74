package dev.onboard.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.onboard.sandbox.http.Answer;
import dev.onboard.sandbox.http.Request;

/**
 * Answers calls of the Web API: always 200, and what is wrong stands in the body.
 */
public final class WebApi {

	private final Cards cards;

	public WebApi(Cards cards) {
		this.cards = cards;
	}

	public Answer authTest(Request request) {
		return answer(request,
				(bot, arguments, answer) -> answer.put("url", "https://sandbox.slack.com/")
					.put("team", "Sandbox")
					.put("user", "onboard")
					.put("team_id", Bot.TEAM)
					.put("user_id", bot.user())
					.put("bot_id", bot.id())
					.put("is_enterprise_install", false));
	}

	public Answer postMessage(Request request) {
		return answer(request, (bot, arguments, answer) -> {
			String channel = Channels.idOf(arguments.required("channel"));
			Card card = this.cards.post(bot, channel, Content.of(arguments));
			answer.put("channel", channel).put("ts", card.ts()).set("message", Message.json(card, true));
		});
	}

	public Answer update(Request request) {
		return answer(request, (bot, arguments, answer) -> {
			String channel = Channels.known(arguments.required("channel"));
			Card card = this.cards.edit(bot, channel, arguments.required("ts"), Content.of(arguments));
			answer.put("channel", channel)
				.put("ts", card.ts())
				.put("text", card.text())
				.set("message", Message.json(card, true));
		});
	}

	public Answer history(Request request) {
		return answer(request,
				(bot, arguments, answer) -> new History(arguments).addTo(answer, this.cards.oldestFirst()));
	}

	/**
	 * A method that is not simulated.
	 */
	public Answer unknown(Request request) {
		return Answer.json(200,
				new Refusal("unknown_method").json().put("req_method", request.path().substring("/api/".length())));
	}

	private static Answer answer(Request request, Method method) {
		try {
			ObjectNode answer = JsonNodeFactory.instance.objectNode().put("ok", true);
			method.call(Bot.of(request), new Arguments(request), answer);
			return Answer.json(200, answer);
		}
		catch (Refusal ex) {
			return Answer.json(200, ex.json());
		}
	}

	/**
	 * Does what one method does and adds what it says.
	 */
	@FunctionalInterface
	private interface Method {

		void call(Bot bot, Arguments arguments, ObjectNode answer) throws Refusal;

	}

}
