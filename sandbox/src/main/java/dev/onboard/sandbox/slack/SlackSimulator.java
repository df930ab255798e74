package dev.onboard.sandbox.slack;

import dev.onboard.sandbox.http.Answer;
import dev.onboard.sandbox.http.Endpoint;
import dev.onboard.sandbox.http.Endpoint.AtOnce;
import dev.onboard.sandbox.http.Routes;
import dev.onboard.sandbox.memory.Newest;
import dev.onboard.sandbox.slack.api.Cards;
import dev.onboard.sandbox.slack.api.WebApi;

/**
 * Answers incoming webhooks and the Web API as Slack does, shows what they took, and
 * misbehaves on demand.
 */
public final class SlackSimulator {

	private final Newest<SlackMessage> messages;

	private final Cards cards;

	private final Behaviours behaviours = new Behaviours();

	public SlackSimulator(Newest<SlackMessage> messages, Cards cards) {
		this.messages = messages;
		this.cards = cards;
	}

	public void addTo(Routes routes) {
		WebApi api = new WebApi(this.cards);
		add(routes, "POST", SlackMethod.WEBHOOK, new Webhooks(this.messages)::post);
		add(routes, "POST", SlackMethod.AUTH_TEST, api::authTest);
		add(routes, "POST", SlackMethod.POST_MESSAGE, api::postMessage);
		add(routes, "POST", SlackMethod.UPDATE, api::update);
		add(routes, "POST", SlackMethod.HISTORY, api::history);
		add(routes, "GET", SlackMethod.HISTORY, api::history);
		routes.on("POST", "/api/*", Endpoint.now(api::unknown))
			.on("GET", "/messages", Endpoint.now((request) -> Answer.json(200, this.messages.oldestFirst())))
			.on("DELETE", "/messages", Endpoint.now((request) -> forgetMessages()))
			.on("GET", "/cards", Endpoint.now((request) -> Answer.json(200, this.cards.oldestFirst())))
			.on("DELETE", "/cards", Endpoint.now((request) -> forgetCards()));
		BehaviourEndpoints endpoints = new BehaviourEndpoints(this.behaviours);
		routes.on("GET", "/behaviour", Endpoint.now((request) -> endpoints.show()))
			.on("PUT", "/behaviour", Endpoint.now(endpoints::change))
			.on("DELETE", "/behaviour", Endpoint.now((request) -> endpoints.reset()));
	}

	private void add(Routes routes, String verb, SlackMethod method, AtOnce slack) {
		routes.on(verb, method.path(), new Behaving(this.behaviours.of(method), slack));
	}

	private Answer forgetMessages() {
		this.messages.clear();
		return Answer.NO_CONTENT;
	}

	private Answer forgetCards() {
		this.cards.clear();
		return Answer.NO_CONTENT;
	}

}
