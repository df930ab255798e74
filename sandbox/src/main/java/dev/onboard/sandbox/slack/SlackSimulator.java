package dev.onboard.sandbox.slack;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import dev.onboard.sandbox.http.Answer;
import dev.onboard.sandbox.http.Endpoint;
import dev.onboard.sandbox.http.Json;
import dev.onboard.sandbox.http.Request;
import dev.onboard.sandbox.http.Routes;
import dev.onboard.sandbox.memory.Newest;

/**
 * Answers posts to incoming webhooks as Slack does and records what it took.
 */
public final class SlackSimulator {

	private static final int HANG_SECONDS = 60;

	private final Newest<SlackMessage> messages;

	private final Behaviours behaviours = new Behaviours();

	public SlackSimulator(Newest<SlackMessage> messages) {
		this.messages = messages;
	}

	public void addTo(Routes routes) {
		BehaviourEndpoints endpoints = new BehaviourEndpoints(this.behaviours);
		routes.on("POST", "/services/*", this::post)
			.on("GET", "/messages", Endpoint.now((request) -> Answer.json(200, this.messages.oldestFirst())))
			.on("DELETE", "/messages", Endpoint.now((request) -> forget()))
			.on("GET", "/behaviour", Endpoint.now((request) -> endpoints.show()))
			.on("PUT", "/behaviour", Endpoint.now(endpoints::change))
			.on("DELETE", "/behaviour", Endpoint.now((request) -> endpoints.reset()));
	}

	private CompletableFuture<Answer> post(Request request) {
		CompletableFuture<Void> change = this.behaviours.change();
		Behaviour behaviour = this.behaviours.next();
		boolean healthy = behaviour.status() == 200 && !behaviour.hang();
		Answer usual = answer(request, healthy || behaviour.recordAnyway());
		if (behaviour.hang()) {
			return change.completeOnTimeout(null, HANG_SECONDS, TimeUnit.SECONDS)
				.thenApply((changed) -> Answer.SILENCE);
		}
		Answer answer = healthy ? usual : error(behaviour);
		if (behaviour.delayMillis() == 0) {
			return CompletableFuture.completedFuture(answer);
		}
		Executor later = CompletableFuture.delayedExecutor(behaviour.delayMillis(), TimeUnit.MILLISECONDS);
		Supplier<Answer> heldBack = () -> answer;
		return CompletableFuture.supplyAsync(heldBack, later);
	}

	private Answer answer(Request request, boolean record) {
		Optional<JsonNode> payload = payload(request);
		if (payload.isEmpty()) {
			return Answer.text(400, "invalid_payload");
		}
		JsonNode content = payload.get();
		String text = content.path("text").asText("");
		if (text.isEmpty() && content.path("blocks").isEmpty() && content.path("attachments").isEmpty()) {
			return Answer.text(400, "no_text");
		}
		if (record) {
			this.messages.add((at) -> new SlackMessage(at, request.path(), text, content));
		}
		return Answer.text(200, "ok");
	}

	private static Optional<JsonNode> payload(Request request) {
		try {
			return Optional.of(Json.read(request.body())).filter(JsonNode::isObject);
		}
		catch (Json.Unreadable ex) {
			return Optional.empty();
		}
	}

	private static Answer error(Behaviour behaviour) {
		Answer answer = Answer.text(behaviour.status(), behaviour.body());
		Integer seconds = behaviour.retryAfterSeconds();
		return (seconds != null) ? answer.with("Retry-After", seconds.toString()) : answer;
	}

	private Answer forget() {
		this.messages.clear();
		return Answer.NO_CONTENT;
	}

}
