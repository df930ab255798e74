package dev.onboard.task.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import dev.onboard.events.Attempt;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.TargetSystem;
import dev.onboard.task.Api;
import dev.onboard.task.FollowingSteps;
import dev.onboard.task.NewPerson;
import dev.onboard.task.Somebody;
import dev.onboard.task.TaskServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@TaskServiceTest
class ListingIntegrationTests {

	private final Api api;

	private final String team = Somebody.token();

	ListingIntegrationTests(@Autowired Api api) {
		this.api = api;
	}

	@Test
	void showsTheNewestFirst() {
		List<UUID> newestFirst = addTeam(3);
		Collections.reverse(newestFirst);
		assertThat(ids(list("?search=" + this.team))).isEqualTo(newestFirst);
		assertThat(ids(list("?limit=3"))).isEqualTo(newestFirst);
	}

	/**
	 * Else the index that is searched knows Latin letters only, and everybody else is
	 * read.
	 */
	@Test
	void findsLettersOfAnyScriptInTheIndex(@Autowired JdbcClient jdbc) {
		assertThat(jdbc.sql("select cardinality(extensions.show_trgm('ПЕТРОВА'))").query(Integer.class).single())
			.isPositive();
	}

	@Test
	void countsPeopleByState(@Autowired JdbcClient jdbc) {
		addTeam(1);
		JsonNode counts = this.api.get("/users/counts").expect(200).json();
		Map.of("inProgress", "IN_PROGRESS", "ready", "READY", "needsAttention", "NEEDS_ATTENTION")
			.forEach((field, state) -> assertThat(counts.get(field).intValue()).as(field)
				.isEqualTo(jdbc.sql("select least(count(*), 10000) from person where state = :state")
					.param("state", state)
					.query(Integer.class)
					.single()));
		assertThat(counts.get("inProgress").intValue()).isPositive();
		assertThat(counts.get("limit").intValue()).isEqualTo(10_000);
	}

	@Test
	void showsPagesWithoutWhatOnlyOneReaderNeeds() {
		UUID id = addTeam(1).get(0);
		JsonNode listing = list("?search=" + this.team);
		assertThat(listing.propertyNames()).containsExactly("users", "next");
		ObjectNode page = (ObjectNode) this.api.get("/users/" + id).json();
		page.remove("history");
		page.get("steps").forEach((step) -> ((ObjectNode) step).remove(List.of("choices", "possible")));
		assertThat(listing.get("users").get(0)).isEqualTo(page);
		assertThat(listing.get("next").isNull()).isTrue();
	}

	@Test
	void showsEachPersonOnceWhilePeopleAreAdded() {
		List<UUID> before = addTeam(7);
		List<UUID> seen = new ArrayList<>();
		JsonNode next = list("?limit=2&search=" + this.team);
		while (next.has("users")) {
			assertThat(next.get("users").size()).isBetween(1, 2);
			seen.addAll(ids(next));
			addTeam(2);
			next = next.get("next").isNull() ? next.get("next") : this.api.get(next.get("next").stringValue()).json();
		}
		Collections.reverse(before);
		assertThat(seen).isEqualTo(before);
	}

	@Test
	void hasNoNextPageWhenTheLastOneIsFull() {
		addTeam(4);
		JsonNode first = list("?limit=2&search=" + this.team);
		JsonNode last = this.api.get(first.get("next").stringValue()).json();
		assertThat(ids(last)).hasSize(2);
		assertThat(last.get("next").isNull()).isTrue();
	}

	@Test
	void keepsFilterAndSearchInTheNextLink() {
		String search = "50%_ & ё+=/?#!" + this.team;
		for (int number = 0; number < 3; number++) {
			this.api.accepted(Somebody.named("Ann", search));
		}
		JsonNode first = list("?limit=1&state=IN_PROGRESS&search=" + encoded(search));
		String next = first.get("next").stringValue();
		assertThat(next).contains("state=IN_PROGRESS", "limit=1");
		JsonNode second = this.api.get(next).json();
		assertThat(second.get("users")).hasSize(1);
		assertThat(this.api.get(second.get("next").stringValue()).json().get("users")).hasSize(1);
	}

	@Test
	void filtersByState(@Autowired FollowingSteps following) {
		NewPerson ready = member();
		NewPerson stuck = member();
		NewPerson under = member();
		UUID readyId = this.api.accepted(ready).id();
		UUID stuckId = this.api.accepted(stuck).id();
		UUID underId = this.api.accepted(under).id();
		for (TargetSystem system : TargetSystem.values()) {
			following.follow(report(system, StepResult.ADDED, readyId, ready));
		}
		following.follow(report(TargetSystem.MAIL, StepResult.FAILED, stuckId, stuck));
		assertThat(ids(list("?state=READY&search=" + this.team))).containsExactly(readyId);
		assertThat(ids(list("?state=NEEDS_ATTENTION&search=" + this.team))).containsExactly(stuckId);
		assertThat(ids(list("?state=IN_PROGRESS&search=" + this.team))).containsExactly(underId);
		assertThat(ids(list("?search=" + this.team))).containsExactly(underId, stuckId, readyId);
	}

	@ParameterizedTest
	@CsvSource({ "Иван, Ивановна", "иВАН, Ивановна", "ОВНА, Ивановна", "ёлк, Ёлкина", "王, 王小明", "小明, 王小明",
			"ÉCOLE, école", "strasse, STRASSE", "ὀδυσσεύς, ὈΔΥΣΣΕΎΣ", "D'Arcy, d'arcy", "o n, Two Names" })
	void findsPartsOfNamesInAnyCaseAndScript(String search, String name) {
		UUID byLastName = this.api.accepted(new NewPerson(login(), "Ann", name, null, null, null)).id();
		UUID byFirstName = this.api.accepted(new NewPerson(login(), name, "Smith", null, null, null)).id();
		assertThat(ids(list("?limit=200&search=" + encoded(search)))).contains(byLastName, byFirstName);
	}

	@Test
	void findsPartsOfTheFullNameTheLoginAndTheAddress() {
		UUID id = this.api.accepted(new NewPerson("ann." + this.team, "Alice", "Smith-" + this.team, null, null, null))
			.id();
		for (String search : List.of("ann." + this.team, "n." + this.team, "ANN." + this.team.toUpperCase(Locale.ROOT),
				this.team + "@example.com", this.team + "@EXAMPLE", "ce Smith-" + this.team)) {
			assertThat(ids(list("?search=" + encoded(search)))).as(search).containsExactly(id);
		}
		assertThat(ids(list("?search=" + this.team + "x"))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "%", "_", "!", "\\", "'", "!!", "%%", "\\%" })
	void takesEveryCharacterOfTheSearchForItself(String character) {
		UUID with = this.api.accepted(Somebody.named("Ann", this.team + character + "1")).id();
		this.api.accepted(Somebody.named("Ann", this.team + "-1"));
		this.api.accepted(Somebody.named("Ann", this.team + "--1"));
		assertThat(ids(list("?search=" + encoded(this.team + character + "1")))).containsExactly(with);
	}

	@Test
	void showsFiftyPeopleUnlessToldOtherwise() {
		addTeam(51);
		assertThat(ids(list("?search=" + this.team))).hasSize(50);
		assertThat(ids(list("?limit=1&search=" + this.team))).hasSize(1);
		assertThat(ids(list("?limit=200&search=" + this.team))).hasSize(51);
	}

	@Test
	void takesEmptyParametersForNone() {
		addTeam(1);
		assertThat(list("?state=&search=&after=&limit=").get("users")).isNotEmpty();
	}

	private List<UUID> addTeam(int size) {
		List<UUID> ids = new ArrayList<>();
		for (int number = 0; number < size; number++) {
			ids.add(this.api.accepted(member()).id());
		}
		return ids;
	}

	private NewPerson member() {
		return new NewPerson(login(), "Alice", this.team, null, null, null);
	}

	private static String login() {
		return "m." + Somebody.token();
	}

	private static StepReport report(TargetSystem system, StepResult result, UUID id, NewPerson person) {
		return new StepReport(system, result, Somebody.known(id, person), Attempt.FIRST, "", Instant.now(), null,
				List.of());
	}

	private JsonNode list(String query) {
		return this.api.get("/users" + query).expect(200).json();
	}

	private static List<UUID> ids(JsonNode listing) {
		return new ArrayList<>(listing.get("users")
			.valueStream()
			.map((user) -> UUID.fromString(user.get("id").stringValue()))
			.toList());
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
