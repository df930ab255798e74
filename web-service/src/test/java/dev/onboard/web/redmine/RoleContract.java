package dev.onboard.web.redmine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.delivery.ledger.Work;
import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** How every Redmine gives an account what a role says. */
abstract class RoleContract extends RedmineContract {

	private final String group = this.mark + " Developers";

	private final String project = this.mark + "-project";

	private String account = "";

	private long groupId;

	@BeforeEach
	void anAccountAGroupAndAProject() {
		this.account = String.valueOf(done(AddingAccount.perform(redmine(), work(this.alice, false, null))).evidence());
		this.groupId = this.administrator.group(this.group);
		this.administrator.project(this.project);
	}

	@Test
	void givesGroupsAndMembershipsAndNothingTwice() {
		Role role = new Role(List.of(this.group), Map.of(this.project, List.of("Developer", "Reporter")));
		for (int i = 0; i < 3; i++) {
			assertThat(grant(role)).isEqualTo(
					new Outcome.Done("group " + this.group + "; Developer, Reporter in project " + this.project));
			assertHas(List.of(this.group), "Developer", "Reporter");
		}
	}

	@Test
	void givesWhatIsMissingAndLeavesTheRest() {
		String other = this.mark + " Others";
		this.administrator.add(this.account, this.administrator.group(other));
		this.administrator.join(this.project, Long.parseLong(this.account), "Manager");
		done(grant(new Role(List.of(this.group), Map.of(this.project, List.of("Reporter")))));
		assertHas(List.of(this.group, other), "Manager", "Reporter");
	}

	@Test
	void whatAGroupBringsIsNotGivenAgain() {
		this.administrator.join(this.project, this.groupId, "Developer");
		for (int i = 0; i < 2; i++) {
			done(grant(new Role(List.of(this.group), Map.of(this.project, List.of("Developer")))));
			assertHas(List.of(this.group), "Developer (inherited)");
		}
		done(grant(new Role(List.of(this.group), Map.of(this.project, List.of("Developer", "Reporter")))));
		assertHas(List.of(this.group), "Developer (inherited)", "Reporter");
	}

	@ParameterizedTest
	@CsvSource({ "Nobody,,,group Nobody", "developers,,,group developers",
			",nowhere,Developer,open project with the identifier nowhere", ",,Boss,role Boss" })
	void aNameThatRedmineDoesNotHaveIsRefusedAndNothingIsGiven(@Nullable String group, @Nullable String project,
			@Nullable String role, String missing) {
		Map<String, List<String>> memberships = new LinkedHashMap<>();
		memberships.put(this.project, List.of("Developer"));
		memberships.put((project != null) ? project : this.project, List.of((role != null) ? role : "Developer"));
		assertThat(grant(new Role((group != null) ? List.of(this.group, group) : List.of(this.group), memberships)))
			.isEqualTo(Outcome.Refused.alone("Redmine has no " + missing
					+ ", which the role needs; create it there, or correct roles.yml and restart the web-service, then retry"));
		assertHas(List.of());
	}

	@ParameterizedTest
	@ValueSource(strings = { "close", "archive" })
	void aProjectThatHasEndedTakesNobody(String how) {
		this.administrator.end(this.project, how);
		assertThat(grant(new Role(List.of(), Map.of(this.project, List.of("Developer")))))
			.isInstanceOfSatisfying(Outcome.Refused.class, (outcome) -> assertThat(outcome.detail())
				.startsWith("Redmine has no open project with the identifier " + this.project + ","));
	}

	@Test
	void anAccountThatHasGoneIsForAHuman() {
		this.administrator.delete(this.account);
		assertThat(grant(new Role(List.of(this.group), Map.of()))).isEqualTo(new Outcome.Conflict(
				"Redmine: account " + this.account + " is not there any more; give it group " + this.group + " by hand",
				List.of()));
	}

	private Outcome grant(Role role) {
		Person developer = new Person(this.alice.id(), this.alice.login(), this.alice.address(), "Алиса", "李", null,
				"developer", null);
		try {
			return new GrantingRole(Map.of("developer", role)).perform(redmine(),
					new Work(developer, Attempt.FIRST, false, null, Map.of(AddingAccount.EFFECT, this.account)));
		}
		catch (RedmineTroubleException ex) {
			return ex.outcome();
		}
	}

	private void assertHas(List<String> groups, String... roles) {
		JsonNode account = this.administrator.look(this.account);
		assertThat(account.path("groups").valueStream().map((group) -> group.path("name").asString()))
			.containsExactlyInAnyOrderElementsOf(groups);
		assertThat(account.path("memberships")
			.valueStream()
			.flatMap((membership) -> membership.path("roles").valueStream())
			.map((role) -> role.path("name").asString()
					+ (role.path("inherited").asBoolean(false) ? " (inherited)" : "")))
			.containsExactlyInAnyOrder(roles);
	}

}
