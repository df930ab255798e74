package dev.onboard.faults.world;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The people of the REST API. */
final class People {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final List<Replica> services;

	People(List<Replica> services) {
		this.services = services;
	}

	/**
	 * Everybody whose login begins so.
	 * @throws IOException if none of the task-services tells
	 */
	List<Page> whoseLoginBegins(String beginning) throws IOException {
		IOException failure = new IOException("there is no task-service");
		for (Replica service : this.services) {
			try {
				return all(service, beginning);
			}
			catch (IOException ex) {
				failure = ex;
			}
		}
		throw failure;
	}

	/** As somebody does at the page of a person. */
	void decide(Page person, String system, String decision) throws IOException {
		int status = Http
			.post(this.services.get(0).uri("/users/%s/steps/%s/%s".formatted(person.id(), system, decision)),
					Map.of("reason", "it works again"), Map.of())
			.statusCode();
		if (status != 202) {
			throw new IOException(decision + " was answered with " + status);
		}
	}

	private static List<Page> all(Replica service, String beginning) throws IOException {
		List<Page> people = new ArrayList<>();
		String path = "/users?limit=200&search=" + URLEncoder.encode(beginning, StandardCharsets.UTF_8);
		while (path != null) {
			JsonNode listing = Http.json(service.uri(path));
			listing.required("users").forEach((user) -> {
				if (user.required("login").asString().startsWith(beginning)) {
					people.add(JSON.treeToValue(user, Page.class));
				}
			});
			path = listing.path("next").asString(null);
		}
		return people;
	}

}
