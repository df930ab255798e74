package dev.onboard.story;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The REST API of one task-service. */
record Api(Service task) {

	/** With the login as the Idempotency-Key: a repeat is harmless. */
	HttpResponse<String> post(Newcomer newcomer) throws IOException {
		return Http.post(this.task.uri("/users"), newcomer, Map.of("Idempotency-Key", newcomer.login()));
	}

	PersonPage accept(Newcomer newcomer) throws IOException {
		HttpResponse<String> answer = post(newcomer);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
		PersonPage page = Http.JSON.readValue(answer.body(), PersonPage.class);
		assertThat(answer.headers().firstValue("Location")).hasValue("/users/" + page.id());
		return page;
	}

	/** Decides about a step by hand. */
	void decide(UUID id, String system, String decision) throws IOException {
		decide(id, system, decision, Map.of("reason", "as the README says"));
	}

	/** Takes over the mailbox that is there. */
	void adopt(UUID id, String address) throws IOException {
		decide(id, "mail", "adopt", Map.of("reason", "as the README says", "confirm", address));
	}

	private void decide(UUID id, String system, String decision, Map<String, String> body) throws IOException {
		HttpResponse<String> answer = Http.post(this.task.uri("/users/" + id + "/steps/" + system + "/" + decision),
				body, Map.of());
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
	}

	/** Changes one field of a person. */
	void change(UUID id, String field, String value) throws IOException {
		HttpResponse<String> answer = Http.patch(this.task.uri("/users/" + id), Map.of(field, value));
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
	}

	/** Uploads a file of people. */
	UUID upload(String csv) throws IOException {
		HttpResponse<String> checked = Http.postCsv(this.task.uri("/imports"), csv);
		assertThat(checked.statusCode()).as(checked.body()).isEqualTo(201);
		return UUID.fromString(Http.json(checked.body()).required("id").asString());
	}

	/** Lets the people of a file be added. */
	void startImport(UUID id) throws IOException {
		HttpResponse<String> started = Http.post(this.task.uri("/imports/" + id + "/start"), Map.of(), Map.of());
		assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
	}

	JsonNode importPage(UUID id) throws IOException {
		return Http.json(get("/imports/" + id));
	}

	/** Up to 200 of them. */
	List<JsonNode> importRows(UUID id) throws IOException {
		return Http.json(get("/imports/" + id + "/rows?limit=200")).required("rows").valueStream().toList();
	}

	/** Messages that nobody could handle and nobody has decided about. */
	List<JsonNode> parked() throws IOException {
		return Http.json(get("/parked?state=PARKED&limit=200")).required("parked").valueStream().toList();
	}

	void discard(String parked) throws IOException {
		HttpResponse<String> answer = Http.delete(this.task.uri("/parked/" + parked), Map.of("reason", "only a test"));
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
	}

	void replay(String parked) throws IOException {
		HttpResponse<String> answer = Http.post(this.task.uri("/parked/" + parked + "/replay"),
				Map.of("reason", "mended"), Map.of());
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
	}

	JsonNode target(String system) throws IOException {
		return Http.json(get("/targets/" + system));
	}

	PersonPage page(UUID id) throws IOException {
		return Http.JSON.readValue(get("/users/" + id), PersonPage.class);
	}

	/** Everybody whose address begins so. */
	List<PersonPage> people(String beginning) throws IOException {
		List<PersonPage> people = new ArrayList<>();
		String path = "/users?limit=200&search=" + beginning;
		while (path != null) {
			JsonNode listing = Http.json(get(path));
			listing.required("users").forEach((user) -> people.add(Http.JSON.treeToValue(user, PersonPage.class)));
			path = listing.path("next").asString(null);
		}
		return people;
	}

	/** As it is answered. */
	String rawPage(UUID id) throws IOException {
		return get("/users/" + id);
	}

	/** A service that cannot answer now is as good as none. */
	private String get(String path) throws IOException {
		HttpResponse<String> answer = Http.get(this.task.uri(path));
		if (answer.statusCode() != 200) {
			throw new IOException(answer.statusCode() + " " + answer.body());
		}
		return answer.body();
	}

}
