package dev.onboard.web.redmine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;

import dev.onboard.web.redmine.StubRedmine.Reply;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The accounts of the stub. */
final class StubUsers {

	private static final List<String> FIELDS = List.of("login", "firstname", "lastname", "mail", "language", "status",
			"admin");

	private final List<Map<String, Object>> users = new ArrayList<>();

	private long lastId;

	StubUsers(String key) {
		Map<String, Object> admin = user(Map.of("login", "admin", "firstname", "Redmine", "lastname", "Admin", "mail",
				"admin@example.net", "admin", true, "api_key", key));
		this.users.add(admin);
	}

	/** Null if nobody has the key. */
	@Nullable Boolean isAdmin(@Nullable String key) {
		return this.users.stream()
			.filter((user) -> user.get("api_key").equals(key) && user.get("status").equals(1))
			.map((user) -> (Boolean) user.get("admin"))
			.findFirst()
			.orElse(null);
	}

	/** Whatever the password is. */
	Reply logIn(String basic) {
		String owner = new String(Base64.getDecoder().decode(basic.substring("Basic ".length())),
				StandardCharsets.UTF_8);
		Map<String, Object> user = this.users.stream()
			.filter((it) -> it.get("login").equals(owner.substring(0, owner.indexOf(':'))))
			.findFirst()
			.orElseThrow();
		user.put("last_login_on", "2026-11-24T12:00:00Z");
		return new Reply(200, Map.of("user", user));
	}

	boolean has(long id) {
		return find(id).isPresent();
	}

	Reply reply(String call, Map<String, String> query, JsonNode body, LongFunction<Map<String, Object>> memberships) {
		return switch (call) {
			case "GET /users" -> list(query);
			case "POST /users" -> create(body.path("user"));
			default -> find(Long.parseLong(call.replaceFirst(".*/", "")))
				.map((user) -> single(call, user, body.path("user"), memberships))
				.orElse(Reply.nothing(404));
		};
	}

	private Reply list(Map<String, String> query) {
		List<Map<String, Object>> found = this.users.stream()
			.filter((user) -> user.get("status").toString().equals(query.getOrDefault("status", "1")))
			.filter((user) -> contains(user, query.getOrDefault("name", "")))
			.map(StubUsers::withoutKey)
			.toList();
		int offset = Integer.parseInt(query.getOrDefault("offset", "0"));
		int limit = Math.min(100, Integer.parseInt(query.getOrDefault("limit", "25")));
		List<Map<String, Object>> page = found.stream().skip(offset).limit(limit).toList();
		return new Reply(200, Map.of("users", page, "total_count", found.size(), "offset", offset, "limit", limit));
	}

	private Reply create(JsonNode data) {
		Map<String, Object> user = user(Map.of());
		take(data, user);
		List<String> errors = errors(user);
		if (!errors.isEmpty()) {
			return Reply.errors(errors);
		}
		this.users.add(user);
		return new Reply(201, Map.of("user", user));
	}

	private Reply single(String call, Map<String, Object> user, JsonNode data,
			LongFunction<Map<String, Object>> memberships) {
		if (call.startsWith("DELETE")) {
			this.users.remove(user);
		}
		else if (call.startsWith("PUT")) {
			Map<String, Object> changed = new LinkedHashMap<>(user);
			take(data, changed);
			List<String> errors = errors(changed);
			if (!errors.isEmpty()) {
				return Reply.errors(errors);
			}
			user.putAll(changed);
		}
		else {
			Map<String, Object> shown = new LinkedHashMap<>(user);
			shown.putAll(memberships.apply((Long) user.get("id")));
			return new Reply(200, Map.of("user", shown));
		}
		return Reply.nothing(204);
	}

	private List<String> errors(Map<String, Object> user) {
		List<String> errors = new ArrayList<>();
		if (taken(user, "mail")) {
			errors.add("Email has already been taken");
		}
		if (taken(user, "login")) {
			errors.add("Login has already been taken");
		}
		String first = user.get("firstname").toString();
		if (first.codePointCount(0, first.length()) > 30) {
			errors.add("First name is too long (maximum is 30 characters)");
		}
		if (!user.get("mail").toString().matches("\\S+@\\S+")) {
			errors.add("Email is invalid");
		}
		return errors;
	}

	private boolean taken(Map<String, Object> user, String field) {
		return this.users.stream()
			.anyMatch((other) -> !other.get("id").equals(user.get("id"))
					&& other.get(field).toString().equalsIgnoreCase(user.get(field).toString()));
	}

	private Optional<Map<String, Object>> find(long id) {
		return this.users.stream().filter((user) -> user.get("id").equals(id)).findFirst();
	}

	private Map<String, Object> user(Map<String, Object> fields) {
		Map<String, Object> user = new LinkedHashMap<>(Map.of("id", ++this.lastId, "login", "", "firstname", "",
				"lastname", "", "mail", "", "admin", false, "status", 1, "last_login_on", ""));
		user.put("api_key", UUID.randomUUID().toString().replace("-", ""));
		user.putAll(fields);
		return user;
	}

	private static void take(JsonNode data, Map<String, Object> user) {
		for (String field : FIELDS) {
			JsonNode value = data.path(field);
			if (value.isString()) {
				user.put(field, value.asString());
			}
			else if (!value.isMissingNode()) {
				user.put(field, value.isBoolean() ? (Object) value.asBoolean() : value.asInt());
			}
		}
	}

	private static boolean contains(Map<String, Object> user, String text) {
		return List.of("login", "firstname", "lastname", "mail")
			.stream()
			.map((field) -> Objects.requireNonNull(user.get(field)).toString().toLowerCase(Locale.ROOT))
			.anyMatch((value) -> value.contains(text.toLowerCase(Locale.ROOT)));
	}

	private static Map<String, Object> withoutKey(Map<String, Object> user) {
		Map<String, Object> shown = new LinkedHashMap<>(user);
		shown.remove("api_key");
		return shown;
	}

}
