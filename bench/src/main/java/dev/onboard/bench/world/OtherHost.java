package dev.onboard.bench.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.onboard.testing.Broker;
import dev.onboard.testing.Project;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A virtual host with the same queues, bindings and policies as the product's, for the
 * other side: both sides run all the time, and neither hears the other.
 */
final class OtherHost {

	static final String NAME = "bench";

	private static final JsonMapper JSON = JsonMapper.shared();

	private OtherHost() {
	}

	/** Made, with a user that may do everything in both virtual hosts. */
	static void make(Broker broker) {
		try {
			Path file = Path.of("target", "other-host.json").toAbsolutePath();
			Files.writeString(file, definitions());
			broker.ctl("import_definitions", file.toString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String definitions() throws IOException {
		JsonNode ours = JSON.readTree(Files.readString(Project.root().resolve("rabbitmq/definitions.json")));
		ObjectNode theirs = JSON.createObjectNode();
		theirs.putPOJO("vhosts", List.of(Map.of("name", NAME)));
		theirs.putPOJO("users", List.of(Map.of("name", Queues.USER, "password", Project.PASSWORD, "tags", "")));
		theirs.putPOJO("permissions", List.of(permission("/"), permission(NAME)));
		for (String kind : List.of("exchanges", "queues", "bindings", "policies")) {
			JsonNode copies = ours.required(kind).deepCopy();
			copies.forEach((copy) -> ((ObjectNode) copy).put("vhost", NAME));
			theirs.set(kind, copies);
		}
		return JSON.writeValueAsString(theirs);
	}

	private static Map<String, String> permission(String virtualHost) {
		return Map.of("user", Queues.USER, "vhost", virtualHost, "configure", ".*", "write", ".*", "read", ".*");
	}

}
