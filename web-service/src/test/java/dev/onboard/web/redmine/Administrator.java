package dev.onboard.web.redmine;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Does in a Redmine, over its REST API, what its administrator does, and looks. */
record Administrator(String url, String key) {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	JsonNode account(String login, String mail, String firstName, String lastName) {
		return request("POST", "/users.json", Map.of("user", Map.of("login", login, "mail", mail, "firstname",
				firstName, "lastname", lastName, "generate_password", true)))
			.path("user");
	}

	void change(JsonNode account, String field, Object value) {
		request("PUT", "/users/" + account.path("id") + ".json", Map.of("user", Map.of(field, value)));
	}

	/** As its owner does. */
	void use(JsonNode account) {
		String password = "Seventeen-purple-Kites-1!";
		request("PUT", "/users/" + account.path("id") + ".json",
				Map.of("user", Map.of("password", password, "must_change_passwd", false)));
		String owner = account.path("login").asString() + ":" + password;
		request("GET", "/users/current.json", Map.of(), "Authorization",
				"Basic " + Base64.getEncoder().encodeToString(owner.getBytes(StandardCharsets.UTF_8)));
	}

	void delete(String account) {
		request("DELETE", "/users/" + account + ".json", Map.of());
	}

	void add(String account, long group) {
		request("POST", "/groups/" + group + "/users.json", Map.of("user_id", Long.parseLong(account)));
	}

	JsonNode look(String id) {
		return request("GET", "/users/" + id + ".json?include=groups,memberships", Map.of()).path("user");
	}

	int accountsWith(String text) {
		int count = 0;
		for (int status = 1; status <= 3; status++) {
			count += request("GET", "/users.json?status=" + status + "&name=" + text, Map.of()).path("total_count")
				.asInt();
		}
		return count;
	}

	long group(String name) {
		return request("POST", "/groups.json", Map.of("group", Map.of("name", name))).path("group").path("id").asLong();
	}

	void project(String identifier) {
		request("POST", "/projects.json", Map.of("project", Map.of("name", identifier, "identifier", identifier)));
	}

	void end(String project, String how) {
		request("PUT", "/projects/" + project + "/" + how + ".json", Map.of());
	}

	/**
	 * @param principal an account or a group
	 */
	void join(String project, long principal, String role) {
		request("POST", "/projects/" + project + "/memberships.json",
				Map.of("membership", Map.of("user_id", principal, "role_ids", new long[] { role(role) })));
	}

	private long role(String name) {
		return request("GET", "/roles.json", Map.of()).path("roles")
			.valueStream()
			.filter((role) -> role.path("name").asString().equals(name))
			.findFirst()
			.orElseThrow()
			.path("id")
			.asLong();
	}

	private JsonNode request(String method, String path, Map<String, ?> body) {
		return request(method, path, body, "X-Redmine-API-Key", this.key);
	}

	private JsonNode request(String method, String path, Map<String, ?> body, String header, String secret) {
		try {
			HttpResponse<String> answer = HTTP.send(HttpRequest.newBuilder(URI.create(this.url + path))
				.header(header, secret)
				.header("Content-Type", "application/json")
				.method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
				.build(), HttpResponse.BodyHandlers.ofString());
			assertThat(answer.statusCode()).as(method + " " + path + ": " + answer.body()).isBetween(200, 299);
			return JSON.readTree(answer.body().isBlank() ? "{}" : answer.body());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
