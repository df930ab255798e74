package dev.onboard.story;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.onboard.testing.Broker;
import dev.onboard.testing.Project;
import tools.jackson.databind.JsonNode;

/**
 * The broker's management API, as the user {@code monitoring} sees it; some seconds late.
 */
record Management(Broker broker) {

	/**
	 * @param ack whether it acknowledges by itself what it has done
	 */
	record Consumer(String queue, String connection, int prefetch, boolean ack) {
	}

	/** Of the queues through which everybody has to come. */
	List<Consumer> consumers() throws IOException {
		List<Consumer> consumers = new ArrayList<>();
		get("/consumers").forEach((it) -> consumers
			.add(new Consumer(it.at("/queue/name").asString(), it.at("/channel_details/connection_name").asString(),
					it.required("prefetch_count").asInt(), it.required("ack_required").asBoolean())));
		consumers.removeIf((consumer) -> isAside(consumer.queue()));
		return consumers;
	}

	/** Ready or in hand, by queue through which everybody has to come. */
	Map<String, Integer> messages() throws IOException {
		Map<String, Integer> messages = new HashMap<>();
		get("/queues").forEach((it) -> messages.put(it.required("name").asString(), it.path("messages").asInt(-1)));
		messages.keySet().removeIf(Management::isAside);
		return messages;
	}

	/**
	 * For what nobody needs a moment later: questions, their answers, news for open
	 * pages.
	 */
	private static boolean isAside(String queue) {
		return queue.equals("mail.address-check") || queue.startsWith("amq.gen-");
	}

	/** How many messages of its queues a user has acknowledged, by connection. */
	Map<String, Integer> acknowledged(String user) throws IOException {
		Map<String, Integer> acknowledged = new HashMap<>();
		get("/channels").forEach((it) -> {
			int count = it.at("/message_stats/ack").asInt(0);
			if (it.path("user").asString("").equals(user) && count > 0) {
				acknowledged.merge(it.at("/connection_details/name").asString(), count, Integer::sum);
			}
		});
		return acknowledged;
	}

	private JsonNode get(String path) throws IOException {
		String login = "monitoring:" + Project.PASSWORD;
		URI uri = URI.create("http://127.0.0.1:" + this.broker.managementPort() + "/api" + path);
		return Http
			.json(Http
				.send(HttpRequest.newBuilder(uri)
					.header("Authorization",
							"Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8))))
				.body());
	}

}
