package dev.onboard.faults.outside;

import java.util.List;
import java.util.Map;

/** The part of Redmine's REST API that is called here, with the answers of 6.0. */
record Redmine(RedmineAccounts accounts, String key) implements HttpService {

	@Override
	public String person(Request request) {
		String login = request.json().path("user").path("login").asString("");
		return login.isEmpty() ? request.query("name") : login;
	}

	@Override
	public boolean adds(Request request) {
		return request.is("POST", "users.json");
	}

	@Override
	public Answer refusal(int status, Request request) {
		return (status == 422) ? Answer.json(422, Map.of("errors", List.of("Told to refuse"))) : Answer.of(status);
	}

	@Override
	public Answer answer(Request request) {
		if (!request.header("X-Redmine-API-Key").equals(this.key)) {
			return Answer.of(401);
		}
		String call = request.method() + " "
				+ String.join("/", request.path()).replaceFirst("\\.json$", "").replaceAll("\\d+", "ID");
		return switch (call) {
			case "GET users" -> list(request);
			case "POST users" -> this.accounts.create(request.json().path("user"));
			case "GET users/ID" -> this.accounts.show(id(request));
			case "PUT users/ID" -> this.accounts.change(id(request), request.json().path("user"));
			case "GET groups" -> Answer.json(200, Map.of("groups", List.of()));
			case "GET roles" -> Answer.json(200, Map.of("roles", List.of()));
			default -> Answer.of(404);
		};
	}

	private Answer list(Request request) {
		Map<String, String> query = request.query();
		return this.accounts.list(query.getOrDefault("status", "1"), query.getOrDefault("name", ""),
				Integer.parseInt(query.getOrDefault("offset", "0")),
				Integer.parseInt(query.getOrDefault("limit", "25")));
	}

	private static long id(Request request) {
		return Long.parseLong(request.part(1).replaceFirst("\\.json$", ""));
	}

}
