package dev.onboard.web.redmine;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.onboard.delivery.ledger.Outcome;
import tools.jackson.databind.JsonNode;

/**
 * What a role gives, as Redmine's ids.
 *
 * @param memberships roles by project
 */
record Grants(Set<Long> groups, Map<Long, Set<Long>> memberships) {

	private static final int ACTIVE = 1;

	/**
	 * Asks Redmine for all names.
	 * @throws RedmineTroubleException if it does not have one of them
	 */
	static Grants lookUp(Redmine redmine, Role role) {
		// The groups also where none is wanted: only administrators get them, so access
		// that does not suffice shows.
		Set<Long> groups = ids(redmine.list("groups", "/groups.json"), "group", role.groups());
		Map<Long, Set<Long>> memberships = new LinkedHashMap<>();
		if (!role.memberships().isEmpty()) {
			List<JsonNode> roles = redmine.list("roles", "/roles.json");
			role.memberships()
				.forEach((project, names) -> memberships.put(project(redmine, project), ids(roles, "role", names)));
		}
		return new Grants(groups, memberships);
	}

	private static long project(Redmine redmine, String identifier) {
		return redmine.find("/projects/{identifier}.json", identifier)
			.map((answer) -> answer.path("project"))
			.filter((project) -> project.path("status").asInt(ACTIVE) == ACTIVE)
			.map((project) -> project.path("id").asLong())
			.orElseThrow(() -> missing("open project with the identifier", identifier));
	}

	private static Set<Long> ids(List<JsonNode> there, String kind, Collection<String> names) {
		Map<String, Long> ids = new LinkedHashMap<>();
		there.forEach((thing) -> ids.put(thing.path("name").asString(""), thing.path("id").asLong()));
		Set<Long> found = new LinkedHashSet<>();
		for (String name : names) {
			Long id = ids.get(name);
			if (id == null) {
				throw missing(kind, name);
			}
			found.add(id);
		}
		return found;
	}

	private static RedmineTroubleException missing(String kind, String name) {
		return new RedmineTroubleException(Outcome.Refused.alone("Redmine has no " + kind + " " + name
				+ ", which the role needs; create it there, or correct roles.yml and restart the web-service, then retry"));
	}

}
