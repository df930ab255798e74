package dev.onboard.task.console;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.onboard.events.Person;
import dev.onboard.events.TargetSystem;
import dev.onboard.task.NewPerson;
import dev.onboard.task.Somebody;
import dev.onboard.task.console.Pages.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;

@ConsoleTest
class PeoplePagesIntegrationTests {

	private final Pages pages;

	private final Company company;

	private final JdbcClient jdbc;

	private final String team = Somebody.token();

	PeoplePagesIntegrationTests(@Autowired Pages pages, @Autowired Company company, @Autowired JdbcClient jdbc) {
		this.pages = pages;
		this.company = company;
		this.jdbc = jdbc;
	}

	@AfterEach
	void forgetTargets() {
		this.jdbc.sql("delete from reported_target").update();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/console" })
	void beginsWithThePeople(String path) {
		assertThat(this.pages.get(path).expect(302).location()).endsWith("/console/people");
	}

	@Test
	void showsHowFarEachPersonHasCome() {
		Person ready = this.company.ready(member("Ready"));
		Person failed = this.company.add(member("Failed"));
		this.company.failed(TargetSystem.MAIL, failed, "refused");
		String text = search(this.team).text();
		assertThat(text).contains("Failed " + this.team + " " + failed.address()
				+ " Needs attention Mail : Failed Redmine : Pending Slack : Pending");
		assertThat(text)
			.contains("Ready " + this.team + " " + ready.address() + " Ready Mail : Done Redmine : Done Slack : Done");
		assertThat(text.indexOf(failed.address())).as("newest first").isLessThan(text.indexOf(ready.address()));
	}

	@ParameterizedTest
	@CsvSource({ "READY, Ready", "IN_PROGRESS, Open" })
	void showsThoseInOneState(String state, String firstName) {
		this.company.ready(member("Ready"));
		this.company.add(member("Open"));
		String rows = this.pages.get("/console/people?state=" + state + "&search=" + this.team).expect(200).body();
		assertThat(names(rows)).containsExactly(firstName);
	}

	@Test
	void countsThoseInEachState() {
		Person failed = this.company.add();
		this.company.failed(TargetSystem.MAIL, failed, "refused");
		int before = counted("Needs attention");
		Person other = this.company.add();
		this.company.failed(TargetSystem.MAIL, other, "refused");
		assertThat(counted("Needs attention")).isEqualTo(before + 1);
		assertThat(counted("All")).isEqualTo(counted("In progress") + counted("Ready") + counted("Needs attention"));
	}

	private int counted(String words) {
		Matcher count = Pattern.compile(words + " ([\\d,]+)").matcher(this.pages.get("/console/people").text());
		assertThat(count.find()).isTrue();
		return Integer.parseInt(count.group(1).replace(",", ""));
	}

	@Test
	void leadsToOlderPeopleAndBack() {
		List<String> added = new ArrayList<>();
		for (int number = 0; number < 51; number++) {
			added.add(0, this.company.add(member("N" + number)).firstName());
		}
		Page newest = search(this.team);
		assertThat(names(newest.body())).isEqualTo(added.subList(0, 50));
		String older = HtmlUtils.htmlUnescape(group(newest.body(), "href=\"([^\"]+)\">Older"));
		Page oldest = this.pages.get(older).expect(200);
		assertThat(names(oldest.body())).isEqualTo(added.subList(50, 51));
		assertThat(oldest.text()).contains("Newest").doesNotContain("Older");
	}

	@Test
	void saysThatNobodyMatches() {
		assertThat(search("<" + this.team + ">").text()).contains("Nobody matches", "“ <" + this.team + "> ”");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "\u202Eevil", "🦄𝒜𝕭", "&amp;\"'",
			"${7*7} [[${7*7}]] __${7*7}__" })
	void showsNamesAsTheyAre(String name) {
		Person person = this.company.add(new NewPerson("h." + Somebody.token(), name, this.team, null, null, null));
		String list = search(this.team).body();
		String page = this.pages.get("/console/people/" + person.id()).expect(200).body();
		for (String html : List.of(list, page)) {
			assertThat(html).contains("<bdi>" + HtmlUtils.htmlEscape(name) + "</bdi>").doesNotContain("<script>alert");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "state=NOBODY", "after=x" })
	void hasNoPageOfWhatIsNotKnown(String query) {
		assertThat(this.pages.get("/console/people?" + query).expect(404).text()).contains("There is nothing here");
	}

	@Test
	void looksForNoControlCharacters() {
		assertThat(search("%00%0a").expect(200).text()).contains("Systems");
	}

	@Test
	void comesWithoutWhatStandsAroundItWhereAnOpenPageAsks() {
		this.company.add(member("Ann"));
		String part = this.pages.get("/console/people?search=" + this.team, "HX-Request", "true").expect(200).body();
		assertThat(part).contains("id=\"people\"", "id=\"banner\"", "id=\"menu-parked\"", "Ann")
			.doesNotContain("<head>", "<nav class=\"nav\"");
	}

	@Test
	void saysOnEveryPageWhatIsPaused() {
		assertThat(this.pages.get("/console/people/new").text()).doesNotContain("is paused");
		this.company.paused(TargetSystem.SLACK, "<no_service>", 7);
		Person person = this.company.add();
		for (String path : List.of("/console/people", "/console/people/new", "/console/people/" + person.id(),
				"/console/targets", "/console/parked")) {
			assertThat(this.pages.get(path).text()).as(path)
				.contains("Slack is paused: <no_service> . 7 messages wait.");
		}
	}

	@Test
	void hasAPageForWhatIsNotThere() {
		assertThat(this.pages.get("/console/nowhere").expect(404).text())
			.contains("The console has no page /console/nowhere.");
	}

	@Test
	void asksNoOtherHostAndHoldsNoScriptOrStyleOfItsOwn() {
		Person person = this.company.ready(member("Ann"));
		for (String path : List.of("/console/people", "/console/people/new", "/console/people/" + person.id(),
				"/console/targets", "/console/parked", "/console/nowhere")) {
			assertThat(this.pages.get(path).body()).as(path)
				.doesNotContainPattern("(src|href|action)=\"(https?:)?//")
				.doesNotContainPattern("<script(?![^>]*src=)|<style| style=| on[a-z]+=\"|hx-on|javascript:");
		}
	}

	private Page search(String text) {
		return this.pages.get("/console/people?search=" + (text.startsWith("%") ? text : Pages.encoded(text)));
	}

	private NewPerson member(String firstName) {
		return new NewPerson("m." + Somebody.token(), firstName, this.team, null, null, null);
	}

	private static List<String> names(String html) {
		return Pattern.compile("<a id=\"person-[^>]*><bdi>([^<]*)")
			.matcher(html)
			.results()
			.map((MatchResult name) -> name.group(1))
			.toList();
	}

	private static String group(String html, String pattern) {
		Matcher found = Pattern.compile(pattern).matcher(html);
		assertThat(found.find()).as(pattern).isTrue();
		return found.group(1);
	}

}
