package dev.onboard.task.console;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import dev.onboard.events.Choice;
import dev.onboard.events.Decision;
import dev.onboard.events.Person;
import dev.onboard.events.TargetSystem;
import dev.onboard.task.Somebody;
import dev.onboard.task.console.Pages.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@ConsoleTest
class PersonPagesIntegrationTests {

	private final Pages pages;

	private final Company company;

	private final JdbcClient jdbc;

	PersonPagesIntegrationTests(@Autowired Pages pages, @Autowired Company company, @Autowired JdbcClient jdbc) {
		this.pages = pages;
		this.company = company;
		this.jdbc = jdbc;
	}

	@AfterEach
	void forgetTargets() {
		this.jdbc.sql("delete from reported_target").update();
	}

	@Test
	void showsEachStepAndAllThatHappened() {
		Person person = this.company.add();
		this.company.added(TargetSystem.MAIL, person, "mailbox <made>");
		this.company.retrying(TargetSystem.REDMINE, person, 3, "Redmine answered 503", Duration.ofSeconds(90));
		this.company.paused(TargetSystem.SLACK, "no_service", 1);
		String text = page(person).text();
		assertThat(text).contains("Mail Mailbox and welcome mail Done mailbox <made> 1 attempt ·");
		assertThat(text).containsPattern(
				"Retrying Redmine answered 503 Next attempt at \\d\\d:\\d\\d UTC \\( in (1 min|8\\d s) \\) 3 attempts ·");
		assertThat(text).contains("Waiting no_service Slack is paused for everybody since");
		assertThat(text).contains("Correlation id " + person.id());
		assertThat(text).containsSubsequence("Will be retried Redmine", "Done Mail", "Accepted", person.address());
	}

	@ParameterizedTest
	@CsvSource({ "retry, Retry asked for", "skip, Skip asked for", "mark-done, Marked done" })
	void decidesAboutAStep(String decision, String words) {
		Person person = this.company.add();
		this.company.failed(TargetSystem.MAIL, person, "refused");
		Page answer = decide(person, "mail", Map.of("decision", decision, "reason", "as <agreed>"));
		assertThat(answer.expect(302).location()).endsWith("/console/people/" + person.id());
		assertThat(page(person).text()).contains(words + " Mail").contains("as <agreed>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a\u0000b" })
	void wantsAReason(String reason) {
		Person person = this.company.add();
		this.company.failed(TargetSystem.MAIL, person, "refused");
		Page refused = decide(person, "mail", Map.of("decision", "retry", "reason", reason)).expect(400);
		assertThat(refused.text()).contains("Reason " + (reason.isBlank() ? "is missing" : "must have 1 to 500"));
		assertThat(refused.body()).contains("aria-describedby=\"mail-reason-wrong\"");
		assertThat(page(person).text()).doesNotContain("Retry asked for");
	}

	@Test
	void saysWhatIsNotPossibleAndKeepsWhatWasTyped() {
		Person person = this.company.add();
		Page before = page(person);
		this.company.added(TargetSystem.MAIL, person, "mailbox");
		Page refused = this.pages.submit(before, steps(person, "mail"),
				Map.of("decision", "skip", "reason", "not needed"));
		assertThat(refused.expect(409).text()).contains("The mail step is DONE, and that is final.");
	}

	@Test
	void offersWhatResolvesAConflict() {
		Person person = this.company.add();
		conflict(person);
		Page page = page(person);
		assertThat(page.form(change(person))).contains("value=\"" + person.login() + "2\"");
		assertThat(page.text()).contains("Retry now Skip Mark done")
			.contains("Take over what is there", "Delete what is there");
		this.pages.submit(page, change(person), Map.of("login", person.login() + "2")).expect(302);
		assertThat(page(person).text()).contains(person.login() + "2@example.com")
			.contains("login: " + person.login() + " → " + person.login() + "2");
	}

	@Test
	void saysNextToTheSuggestionThatALoginIsTaken() {
		Person other = this.company.add();
		Person person = this.company.add();
		conflict(person);
		Page refused = this.pages.submit(page(person), change(person), Map.of("login", other.login())).expect(409);
		assertThat(refused.text()).contains("Login is taken. Choose another login");
		assertThat(refused.form(change(person))).contains("rename-wrong", "value=\"" + other.login() + "\"");
	}

	/** The first button is what Enter presses. */
	@Test
	void theFormWithoutAConfirmationBeginsWithTheHarmlessDecision() {
		Person person = this.company.add();
		conflict(person);
		assertThat(page(person).form(steps(person, "mail"))).containsSubsequence("<button", "value=\"retry\"")
			.doesNotContain("value=\"adopt\"", "value=\"purge\"");
	}

	@ParameterizedTest
	@CsvSource({ "adopt, Adoption asked for Mail", "purge, Purge asked for Mail" })
	void takesOrDeletesOnlyForWhoTypesTheAddress(String decision, String words) {
		Person person = this.company.add();
		conflict(person);
		Map<String, String> typed = Map.of("decision", decision, "reason", "left in 2020", "confirm", "yes");
		Page refused = this.pages.post(steps(person, "mail"),
				this.pages.fields(page(person), steps(person, "mail"), typed));
		assertThat(refused.expect(400).text()).contains("Confirmation must be " + person.address() + ", typed exactly");
		assertThat(refused.body()).contains("value=\"left in 2020\"", "value=\"yes\"");
		decide(person, "mail", Map.of("decision", decision, "reason", "left in 2020", "confirm", person.address()))
			.expect(302);
		assertThat(page(person).text()).contains(words);
	}

	private void conflict(Person person) {
		this.company.failed(TargetSystem.MAIL, person, "there is one",
				new Choice(Decision.RENAME, person.login() + "2"), Choice.of(Decision.ADOPT),
				Choice.of(Decision.PURGE));
	}

	@Test
	void changesWhatIsKnown() {
		Person person = this.company.add();
		this.pages
			.submit(page(person), change(person),
					Map.of("firstName", "Alicia", "lastName", person.lastName(), "login", person.login(),
							"contactEmail", "", "role", "developer", "language", "ru"))
			.expect(302);
		assertThat(page(person).text()).contains("Alicia Ivanova", "Contact email Not known", "Role developer",
				"Language ru", "firstName: Alice → Alicia");
	}

	@Test
	void changesNothingThatSomebodyElseHasChangedSinceTheFormWasShown() {
		Person person = this.company.add();
		Page before = page(person);
		this.pages.submit(before, change(person), change(person, Map.of("contactEmail", "right@home.example")))
			.expect(302);
		this.pages.submit(before, change(person), change(person, Map.of("firstName", "Alicia"))).expect(302);
		assertThat(page(person).text()).contains("Alicia Ivanova", "Contact email right@home.example");
	}

	@Test
	void doesNotForgetWhatTheFormWasShownWithWhenItIsRefused() {
		Person person = this.company.add();
		Page before = page(person);
		this.pages.submit(before, change(person), change(person, Map.of("contactEmail", "right@home.example")))
			.expect(302);
		Page refused = this.pages.submit(before, change(person), change(person, Map.of("firstName", "")));
		this.pages.submit(refused.expect(400), change(person), change(person, Map.of("firstName", "Alicia")))
			.expect(302);
		assertThat(page(person).text()).contains("Alicia Ivanova", "Contact email right@home.example");
	}

	@Test
	void keepsARoleAndALanguageThatAreNotSetUpAnyMore() {
		Person person = this.company.add();
		this.jdbc.sql("update person set role = 'piper', language = 'tlh' where id = :id")
			.param("id", person.id())
			.update();
		Page page = page(person);
		assertThat(page.form(change(person))).contains("<option value=\"piper\" selected>",
				"<option value=\"tlh\" selected>");
		this.pages
			.submit(page, change(person),
					change(person, Map.of("firstName", "Alicia", "role", "piper", "language", "tlh")))
			.expect(302);
		assertThat(page(person).text()).contains("Alicia Ivanova", "Role piper Language tlh");
	}

	/** As a browser sends all fields: those that were not touched as they were. */
	private static Map<String, String> change(Person person, Map<String, String> typed) {
		Map<String, String> fields = new HashMap<>(
				Map.of("firstName", person.firstName(), "lastName", person.lastName(), "login", person.login(),
						"contactEmail", Objects.requireNonNullElse(person.contactEmail(), ""), "role",
						Objects.requireNonNullElse(person.role(), "")));
		fields.putAll(typed);
		return fields;
	}

	@Test
	void saysNextToTheFieldWhatCannotBeChangedLikeThat() {
		Person person = this.company.add();
		Page refused = this.pages.submit(page(person), change(person),
				Map.of("firstName", "", "lastName", "Petrova", "contactEmail", "nowhere"));
		assertThat(refused.expect(400).text()).contains("First name must have", "Contact email must be a mail address");
		assertThat(refused.body()).contains("value=\"Petrova\"", "value=\"nowhere\"");
		assertThat(page(person).text()).contains("Alice Ivanova");
	}

	@Test
	void mailsNoLinkIntoTheMailboxThatItOpens() {
		Person person = this.company.add();
		Page refused = this.pages.submit(page(person), change(person),
				change(person, Map.of("contactEmail", person.address())));
		assertThat(refused.expect(400).text()).contains("Contact email is the new mailbox itself");
		assertThat(page(person).text()).contains("Contact email alice@home.example");
	}

	@Test
	void showsALinkInOneAnswerOnly() {
		Person person = this.company.ready(Somebody.fresh());
		Page shown = this.pages.submit(page(person), person(person) + "/link", Map.of()).expect(200);
		assertThat(shown.text()).containsPattern("http://127.0.0.1:8081/activate/[A-Za-z0-9_-]{20,}");
		assertThat(page(person).text()).doesNotContain("/activate/").contains("Link made");
		assertThat(this.pages.get(person(person) + "/link").expect(302).location()).endsWith(person(person));
	}

	@Test
	void mailsAndWithdrawsLinks() {
		Person person = this.company.ready(Somebody.fresh());
		this.company.linkMailed(person);
		this.pages.submit(page(person), person(person) + "/link/mail", Map.of()).expect(302);
		this.pages.submit(page(person), person(person) + "/link/revoke", Map.of()).expect(302);
		assertThat(page(person).text()).contains("Link to be mailed", "Links to be withdrawn");
	}

	@Test
	void makesNoLinkBeforeThereIsAMailbox() {
		Person done = this.company.ready(Somebody.fresh());
		Person person = this.company.add();
		assertThat(page(person).text()).doesNotContain("Show a new link");
		Map<String, String> fields = this.pages.fields(page(done), person(done) + "/link", Map.of());
		assertThat(this.pages.post(person(person) + "/link", fields).expect(409).text())
			.contains("There is no mailbox to open yet");
	}

	@Test
	void erasesWhoeverIsNamed() {
		Person person = this.company.ready(Somebody.fresh());
		assertThat(erase(person, "yes", "asked for").expect(400).text())
			.contains("Confirmation must be " + person.address());
		assertThat(erase(person, person.address(), "for " + person.login()).expect(400).text())
			.contains("Reason must not name the person");
		assertThat(erase(person, person.address(), "").expect(400).text()).contains("Reason is missing");
		assertThat(erase(person, person.address(), "asked for").expect(200).text()).contains("Erased",
				"the mailbox " + person.address());
		assertThat(this.pages.get(person(person)).expect(410).text()).contains("This person was erased", "asked for");
	}

	@Test
	void erasesNobodyWithAnOpenStep() {
		Person person = this.company.add();
		assertThat(erase(person, person.address(), "asked for").expect(409).text())
			.contains("The mail step is PENDING");
	}

	private Page erase(Person person, String confirm, String reason) {
		return this.pages.submit(page(person), person(person) + "/erase", Map.of("confirm", confirm, "reason", reason));
	}

	@ParameterizedTest
	@ValueSource(strings = { "nobody", "00000000-0000-4000-8000-000000000000" })
	void hasNoPageOfNobody(String id) {
		assertThat(this.pages.get("/console/people/" + id).expect(404).text()).contains("There is nothing here");
	}

	@ParameterizedTest
	@CsvSource({ "mail, fly", "github, retry" })
	void knowsNoOtherSystemOrDecision(String system, String decision) {
		Person person = this.company.add();
		Map<String, String> fields = this.pages.fields(page(person), steps(person, "mail"),
				Map.of("decision", decision, "reason", "as agreed"));
		this.pages.post(steps(person, system), fields).expect(404);
	}

	@Test
	void saysWhomNobodyKnows() {
		Person person = this.company.add();
		Map<String, String> fields = this.pages.fields(page(person), steps(person, "mail"),
				Map.of("decision", "skip", "reason", "as agreed"));
		this.pages.post("/console/people/" + UUID.randomUUID() + "/steps/mail", fields).expect(404);
	}

	private Page decide(Person person, String system, Map<String, String> typed) {
		return this.pages.submit(page(person), steps(person, system), typed);
	}

	private Page page(Person person) {
		return this.pages.get(person(person)).expect(200);
	}

	private static String person(Person person) {
		return "/console/people/" + person.id();
	}

	private static String steps(Person person, String system) {
		return person(person) + "/steps/" + system;
	}

	private static String change(Person person) {
		return person(person) + "/change";
	}

}
