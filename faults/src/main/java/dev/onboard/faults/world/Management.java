package dev.onboard.faults.world;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

import dev.onboard.testing.Broker;
import dev.onboard.testing.Project;
import tools.jackson.databind.JsonNode;

/** The broker's management API; a second or two late. */
final class Management {

	private final Broker broker;

	Management(Broker broker) {
		this.broker = broker;
	}

	/** Ready or in hand, by queue; only of the queues that the services have. */
	Map<String, Integer> messages() throws IOException {
		return figures("/queues", "name", "messages");
	}

	Map<String, Integer> consumers() throws IOException {
		return figures("/queues", "name", "consumers");
	}

	private Map<String, Integer> figures(String path, String name, String figure) throws IOException {
		Map<String, Integer> figures = new TreeMap<>();
		get(path).forEach((it) -> {
			if (it.path("durable").asBoolean(false)) {
				figures.put(it.required(name).asString(), it.path(figure).asInt(-1));
			}
		});
		return figures;
	}

	/** Connections by user, those of the services alone. */
	Map<String, Integer> connections() throws IOException {
		return byUser("/connections", "user", 1);
	}

	/** Channels by user, those of the services alone. */
	Map<String, Integer> channels() throws IOException {
		return byUser("/connections", "user", 0);
	}

	private Map<String, Integer> byUser(String path, String user, int each) throws IOException {
		Map<String, Integer> count = new TreeMap<>();
		get(path).forEach((it) -> {
			String name = it.path(user).asString("");
			if (Schemas.NAMES.contains(name)) {
				count.merge(name, (each != 0) ? each : it.path("channels").asInt(0), Integer::sum);
			}
		});
		return count;
	}

	private JsonNode get(String path) throws IOException {
		byte[] login = ("monitoring:" + Project.PASSWORD).getBytes(StandardCharsets.UTF_8);
		URI uri = URI.create("http://127.0.0.1:" + this.broker.managementPort() + "/api" + path);
		return Http.json(HttpRequest.newBuilder(uri)
			.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login)));
	}

}
