package dev.onboard.web.redmine;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * Which groups and projects an account is in.
 *
 * @param memberships by project
 */
record Member(long id, Set<Long> groups, Map<Long, Membership> memberships) {

	/**
	 * The account in one project.
	 *
	 * @param roles all of them
	 * @param own those that do not come from a group or another project
	 */
	record Membership(long id, Set<Long> roles, Set<Long> own) {

		static Membership of(JsonNode membership) {
			Set<Long> roles = new LinkedHashSet<>();
			Set<Long> own = new LinkedHashSet<>();
			for (JsonNode role : membership.path("roles")) {
				roles.add(role.path("id").asLong());
				if (!role.path("inherited").asBoolean(false)) {
					own.add(role.path("id").asLong());
				}
			}
			return new Membership(membership.path("id").asLong(), roles, own);
		}

	}

	/** Empty if there is no such account. */
	static Optional<Member> lookUp(Redmine redmine, String account) {
		return redmine.find("/users/{id}.json?include=groups,memberships", account)
			.map((answer) -> of(answer.path("user")));
	}

	private static Member of(JsonNode user) {
		Set<Long> groups = new LinkedHashSet<>();
		user.path("groups").forEach((group) -> groups.add(group.path("id").asLong()));
		Map<Long, Membership> memberships = new LinkedHashMap<>();
		user.path("memberships")
			.forEach((membership) -> memberships.put(membership.path("project").path("id").asLong(),
					Membership.of(membership)));
		return new Member(user.path("id").asLong(), groups, memberships);
	}

}
