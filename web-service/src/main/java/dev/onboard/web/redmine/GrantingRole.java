package dev.onboard.web.redmine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.onboard.delivery.http.Answer;
import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.delivery.ledger.Work;

import org.springframework.http.HttpMethod;

/**
 * Puts the account into the groups and projects of the person's role. What it has besides
 * is left alone, and what it has already is not given again: Redmine's answer to that
 * could not be told from others. A role that is wrong concerns its people only, so it is
 * refused, and Redmine goes on for everybody else.
 *
 * @param roles by the name that people have them by
 */
record GrantingRole(Map<String, Role> roles) {

	Outcome perform(Redmine redmine, Work work) {
		String name = work.person().role();
		if (name == null) {
			return Outcome.Done.withoutCall("", null);
		}
		Role role = this.roles.get(name);
		if (role == null) {
			return Outcome.Refused
				.withoutCall("nothing says what the role " + name + " gets in Redmine; add it to roles.yml and"
						+ " restart the web-service, then retry, or give the person another role");
		}
		if (role.equals(Role.NOTHING)) {
			return Outcome.Done.withoutCall("", null);
		}
		String account = work.evidence().get(AddingAccount.EFFECT);
		return (account != null) ? grant(redmine, role, account)
				: conflict("which account is theirs is not known", role);
	}

	private static Outcome grant(Redmine redmine, Role role, String account) {
		Grants grants = Grants.lookUp(redmine, role);
		Optional<Member> found = Member.lookUp(redmine, account);
		if (found.isEmpty()) {
			return conflict("account " + account + " is not there any more", role);
		}
		Member member = found.get();
		Set<Long> groups = without(grants.groups(), member.groups());
		for (long group : groups) {
			demand(redmine.change(HttpMethod.POST, Map.of("user_id", member.id()), "/groups/{id}/users.json", group));
		}
		// A group may have brought memberships along.
		Member now = groups.isEmpty() ? member : Member.lookUp(redmine, account).orElse(member);
		grants.memberships().forEach((project, roles) -> join(redmine, now, project, roles));
		return new Outcome.Done(role.described());
	}

	private static void join(Redmine redmine, Member member, long project, Set<Long> roles) {
		Member.Membership membership = member.memberships().get(project);
		if (membership == null) {
			demand(redmine.change(HttpMethod.POST,
					Map.of("membership", Map.of("user_id", member.id(), "role_ids", roles)),
					"/projects/{id}/memberships.json", project));
		}
		else if (!membership.roles().containsAll(roles)) {
			Set<Long> all = new LinkedHashSet<>(membership.own());
			all.addAll(without(roles, membership.roles()));
			demand(redmine.change(HttpMethod.PUT, Map.of("membership", Map.of("role_ids", all)),
					"/memberships/{id}.json", membership.id()));
		}
	}

	private static void demand(Answer answer) {
		if (Answers.refused(answer)) {
			throw new RedmineTroubleException(Outcome.Refused.alone(Answers.complaint(answer)));
		}
	}

	private static Outcome conflict(String why, Role role) {
		return new Outcome.Conflict("Redmine: " + why + "; give it " + role.described() + " by hand", List.of());
	}

	private static Set<Long> without(Set<Long> wanted, Set<Long> there) {
		Set<Long> rest = new LinkedHashSet<>(wanted);
		rest.removeAll(there);
		return rest;
	}

}
