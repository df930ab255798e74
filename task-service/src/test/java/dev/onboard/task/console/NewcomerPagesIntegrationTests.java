package dev.onboard.task.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.onboard.task.Somebody;
import dev.onboard.task.console.Pages.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@ConsoleTest
class NewcomerPagesIntegrationTests {

	private static final String NEW = "/console/people/new";

	private static final String ADD = "/console/people";

	private final Pages pages;

	private final JdbcClient jdbc;

	private final String login = "alice." + Somebody.token();

	NewcomerPagesIntegrationTests(@Autowired Pages pages, @Autowired JdbcClient jdbc) {
		this.pages = pages;
		this.jdbc = jdbc;
	}

	@Test
	void addsAPersonAndLeadsToTheirPage() {
		Page answer = add(typed("contactEmail", "alice@home.example", "role", "developer", "language", "ru"));
		String path = answer.expect(302).location().replaceFirst("^http://[^/]*", "");
		assertThat(path).matches("/console/people/[0-9a-f-]{36}");
		assertThat(this.pages.get(path).expect(200).text()).contains("Alice Ivanova In progress",
				this.login + "@example.com", "Contact email alice@home.example", "Role developer", "Language ru");
	}

	@Test
	void addsOneWhoeverSendsTheFormTwice() {
		Page form = this.pages.get(NEW);
		Map<String, String> fields = this.pages.fields(form, ADD, typed());
		Page first = this.pages.post(ADD, fields).expect(302);
		assertThat(this.pages.post(ADD, fields).expect(302).location()).isEqualTo(first.location());
		assertThat(people()).isEqualTo(1);
	}

	@Test
	void addsNobodyElseWithAFormThatWasSentBefore() {
		Page form = this.pages.get(NEW);
		this.pages.submit(form, ADD, typed()).expect(302);
		Page again = this.pages.submit(form, ADD, typed("login", this.login + "2")).expect(409);
		assertThat(again.text()).contains("With this form somebody was added already.");
		assertThat(people()).isEqualTo(1);
		this.pages.submit(again, ADD, typed("login", this.login + "2")).expect(302);
		assertThat(people()).isEqualTo(2);
	}

	static List<Arguments> refused() {
		return List.of(arguments("firstName", " ", "First name must have 1 to 100 characters"),
				arguments("lastName", "x".repeat(101), "Last name must have 1 to 100 characters"),
				arguments("login", "Alice Ivanova", "Login must start with a letter"),
				arguments("contactEmail", "<b>nowhere", "Contact email must be a mail address"),
				arguments("role", "king", "Role is not known; known are"),
				arguments("language", "tlh", "Language is not known; known are"));
	}

	@ParameterizedTest
	@MethodSource("refused")
	void saysNextToTheFieldWhatIsWrongAndLosesNothing(String field, String value, String words) {
		Map<String, String> typed = typed("contactEmail", "alice@home.example", field, value);
		Page refused = add(typed).expect(400);
		Matcher input = Pattern.compile("<[^>]*id=\"new-" + field + "\"[^>]*>").matcher(refused.form(ADD));
		assertThat(input.find()).isTrue();
		assertThat(input.group()).contains("aria-invalid=\"true\"");
		assertThat(refused.form(ADD)).contains("id=\"new-" + field + "-wrong\"");
		assertThat(refused.text()).contains(words, "Not added yet.");
		typed.forEach((name, kept) -> {
			if (!List.of("role", "language").contains(name)) {
				assertThat(refused.body()).contains("value=\"" + HtmlUtils.htmlEscape(kept.strip()) + "\"");
			}
		});
		assertThat(people()).isZero();
		this.pages.submit(refused, ADD, typed()).expect(302);
	}

	@Test
	void mailsNoLinkIntoTheMailboxThatItOpens() {
		Page refused = add(typed("contactEmail", this.login + "@example.com")).expect(400);
		assertThat(refused.text()).contains("Contact email is the new mailbox itself");
		assertThat(people()).isZero();
	}

	@Test
	void suggestsALoginToThoseWhoLeaveItEmpty() {
		String lastName = Somebody.token();
		Page refused = add(typed("login", " ", "firstName", "Алиса", "lastName", lastName)).expect(400);
		assertThat(refused.text()).contains("Login was left empty. Is this one right?");
		assertThat(refused.form(ADD)).contains("value=\"alisa." + lastName + "\"");
	}

	/** Who types on and sends the form before the next suggestion has come. */
	@Test
	void asksWhetherALoginIsMeantThatWasSuggestedForAnotherName() {
		String lastName = Somebody.token();
		Page refused = add(typed("lastName", lastName, "suggested", this.login)).expect(400);
		assertThat(refused.text()).contains("Login was suggested for another name, or is taken by now.");
		assertThat(refused.form(ADD)).contains("value=\"alice." + lastName + "\"");
		assertThat(people()).isZero();
		Map<String, String> meant = this.pages.fields(refused, ADD,
				typed("lastName", lastName, "login", "alice." + lastName));
		meant.put("suggested", "alice." + lastName);
		Page added = this.pages.post(ADD, meant).expect(302);
		assertThat(this.pages.post(ADD, meant).expect(302).location()).as("sent twice").isEqualTo(added.location());
	}

	@Test
	void saysOfALoginWhileItIsTypedWhetherItIsFree() {
		add(typed()).expect(302);
		String path = NEW + "/login?typing=true&login=";
		assertThat(this.pages.get(path + this.login).expect(200).text())
			.contains(this.login + "@example.com is taken by Alice Ivanova");
		assertThat(this.pages.get(path + this.login + "9").expect(200).text())
			.contains("Nobody can say now whether it is free", "You can add them all the same.");
		assertThat(this.pages.get(path + "A%20B").expect(200).text()).contains("A login must start with a letter");
		assertThat(this.pages.get(path).expect(200).text()).doesNotContain("is taken", "Nobody can say");
	}

	@Test
	void suggestsALoginUnlessSomebodyHasTypedTheirOwn() {
		String lastName = Somebody.token();
		String path = NEW + "/login?firstName=Alice&lastName=" + lastName + "&login=";
		String suggested = "value=\"alice." + lastName + "\"";
		assertThat(this.pages.get(path).body()).contains(suggested);
		assertThat(this.pages.get(path + "al&suggested=al").body()).contains(suggested);
		assertThat(this.pages.get(path + "mine&suggested=al").body()).contains("value=\"mine\"")
			.doesNotContain(suggested);
	}

	@Test
	void saysAllThatIsWrongAtOnce() {
		String text = add(Map.of("firstName", "", "lastName", "", "login", "")).expect(400).text();
		assertThat(text).contains("First name must", "Last name must", "Login must");
	}

	@Test
	void saysThatALoginIsTaken() {
		add(typed()).expect(302);
		assertThat(add(typed()).expect(409).text()).contains("Login is taken. Choose another login");
		assertThat(people()).isEqualTo(1);
	}

	@Test
	void hasNoneOfTheFieldsToo() {
		assertThat(this.pages.post(ADD, Map.of()).status()).isBetween(400, 403);
	}

	private Page add(Map<String, String> typed) {
		return this.pages.submit(this.pages.get(NEW), ADD, typed);
	}

	/** Names and values in turn, besides those that are always there. */
	private Map<String, String> typed(String... more) {
		Map<String, String> typed = new HashMap<>(
				Map.of("firstName", "Alice", "lastName", "Ivanova", "login", this.login));
		Stream.iterate(0, (index) -> index < more.length, (index) -> index + 2)
			.forEach((index) -> typed.put(more[index], more[index + 1]));
		return typed;
	}

	private int people() {
		return this.jdbc.sql("select count(*) from person where login like :login")
			.param("login", this.login + "%")
			.query(Integer.class)
			.single();
	}

}
