package dev.onboard.web.redmine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.onboard.web.redmine.StubRedmine.Reply;
import tools.jackson.databind.JsonNode;

/** The groups, roles, projects and memberships of the stub. */
final class StubProjects {

	private static final Map<Long, String> ROLES = new LinkedHashMap<>(
			Map.of(3L, "Manager", 4L, "Developer", 5L, "Reporter"));

	private final StubUsers users;

	private final List<Group> groups = new ArrayList<>();

	private final List<Project> projects = new ArrayList<>();

	private final List<Membership> memberships = new ArrayList<>();

	private long lastId = 1000;

	StubProjects(StubUsers users) {
		this.users = users;
	}

	private record Group(long id, String name, Set<Long> users) {
	}

	private record Project(long id, String identifier, int status) {
	}

	/** Of an account or of a group. */
	private record Membership(long id, long project, long principal, Set<Long> roles) {
	}

	Reply reply(String call, JsonNode body) {
		String[] words = call.split("[ /]+");
		return switch (words[0] + " " + words[1] + ((words.length > 3) ? " " + words[3] : "")) {
			case "GET roles" ->
				new Reply(200, Map.of("roles", ROLES.entrySet().stream().map(StubProjects::named).toList()));
			case "GET groups" -> new Reply(200, Map.of("groups",
					this.groups.stream().map((group) -> Map.of("id", group.id(), "name", group.name())).toList()));
			case "POST groups" -> {
				Group group = new Group(++this.lastId, body.path("group").path("name").asString(),
						new LinkedHashSet<>());
				this.groups.add(group);
				yield new Reply(201, Map.of("group", Map.of("id", group.id(), "name", group.name())));
			}
			case "POST groups users" -> add(Long.parseLong(words[2]), body.path("user_id").asLong());
			case "POST projects" -> {
				Project project = new Project(++this.lastId, body.path("project").path("identifier").asString(), 1);
				this.projects.add(project);
				yield new Reply(201, Map.of("project", shown(project)));
			}
			case "GET projects" -> project(words[2]).map(this::get).orElse(Reply.nothing(404));
			case "PUT projects close" -> state(words[2], 5);
			case "PUT projects archive" -> state(words[2], 9);
			case "POST projects memberships" -> join(project(words[2]), body.path("membership"));
			case "PUT memberships" -> change(Long.parseLong(words[2]), body.path("membership"));
			default -> Reply.nothing(404);
		};
	}

	private Reply get(Project project) {
		return (project.status() != 9) ? new Reply(200, Map.of("project", shown(project))) : Reply.nothing(403);
	}

	/** Brings the group's memberships along. */
	private Reply add(long id, long user) {
		Optional<Group> group = this.groups.stream().filter((it) -> it.id() == id).findFirst();
		if (group.isEmpty()) {
			return Reply.nothing(404);
		}
		if (!this.users.has(user) || !group.get().users().add(user)) {
			return Reply.errors(List.of("User is invalid"));
		}
		of(id).stream()
			.filter((it) -> of(user).stream().noneMatch((own) -> own.project() == it.project()))
			.forEach((it) -> this.memberships.add(new Membership(++this.lastId, it.project(), user, Set.of())));
		return Reply.nothing(204);
	}

	private Reply state(String key, int status) {
		return project(key).map((project) -> {
			this.projects.remove(project);
			this.projects.add(new Project(project.id(), project.identifier(), status));
			return Reply.nothing(204);
		}).orElse(Reply.nothing(404));
	}

	private Reply join(Optional<Project> project, JsonNode data) {
		long principal = data.path("user_id").asLong();
		if (project.isEmpty() || project.get().status() != 1) {
			return Reply.nothing(project.isEmpty() ? 404 : 403);
		}
		if (of(principal).stream().anyMatch((it) -> it.project() == project.get().id())) {
			return Reply.errors(List.of("User has already been taken"));
		}
		Membership membership = new Membership(++this.lastId, project.get().id(), principal, roles(data));
		this.memberships.add(membership);
		return new Reply(201, Map.of("membership", shown(membership)));
	}

	private Reply change(long id, JsonNode data) {
		Optional<Membership> old = this.memberships.stream().filter((it) -> it.id() == id).findFirst();
		old.ifPresent(this.memberships::remove);
		old.ifPresent((it) -> this.memberships.add(new Membership(id, it.project(), it.principal(), roles(data))));
		return Reply.nothing(old.isPresent() ? 204 : 404);
	}

	/** What {@code include=groups,memberships} adds to an account. */
	Map<String, Object> shown(long user) {
		return Map.of("memberships", of(user).stream().map(this::shown).toList(), "groups",
				of(user, this.groups).map((group) -> Map.of("id", group.id(), "name", group.name())).toList());
	}

	private Map<String, Object> shown(Membership membership) {
		List<Map<String, Object>> roles = new ArrayList<>();
		membership.roles().forEach((role) -> roles.add(Map.of("id", role, "name", name(role))));
		of(membership.principal(), this.groups).flatMap((group) -> of(group.id()).stream())
			.filter((it) -> it.project() == membership.project())
			.flatMap((it) -> it.roles().stream())
			.forEach((role) -> roles.add(Map.of("id", role, "name", name(role), "inherited", true)));
		return Map.of("id", membership.id(), "project", Map.of("id", membership.project(), "name", "Project"), "roles",
				roles);
	}

	private List<Membership> of(long principal) {
		return this.memberships.stream().filter((it) -> it.principal() == principal).toList();
	}

	private static Stream<Group> of(long user, List<Group> groups) {
		return groups.stream().filter((group) -> group.users().contains(user));
	}

	private static Map<String, Object> shown(Project project) {
		return Map.of("id", project.id(), "name", "Project", "identifier", project.identifier(), "status",
				project.status());
	}

	private Optional<Project> project(String key) {
		return this.projects.stream()
			.filter((project) -> project.identifier().equals(key) || Long.toString(project.id()).equals(key))
			.findFirst();
	}

	private static Set<Long> roles(JsonNode membership) {
		Set<Long> roles = new LinkedHashSet<>();
		membership.path("role_ids").forEach((role) -> roles.add(role.asLong()));
		return roles;
	}

	private static String name(long role) {
		return Objects.requireNonNull(ROLES.get(role));
	}

	private static Map<String, Object> named(Map.Entry<Long, String> role) {
		return Map.of("id", role.getKey(), "name", role.getValue());
	}

}
