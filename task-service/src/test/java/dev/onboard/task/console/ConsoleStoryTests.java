package dev.onboard.task.console;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import dev.onboard.events.Choice;
import dev.onboard.events.Decision;
import dev.onboard.events.Person;
import dev.onboard.events.TargetSystem;
import dev.onboard.task.ChangingPeople;
import dev.onboard.task.NewPerson;
import dev.onboard.task.PersonChange;
import dev.onboard.task.Replica;
import dev.onboard.task.Somebody;
import dev.onboard.task.erasing.ErasingPeople;
import dev.onboard.task.live.Changes;
import dev.onboard.testing.Browser;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What somebody does with the console, in a browser. The other services are spoken for.
 */
@ConsoleTest
class ConsoleStoryTests {

	private final Browser browser;

	private final Company company;

	private final JdbcClient jdbc;

	ConsoleStoryTests(@Autowired Browser browser, @Autowired Company company, @Autowired JdbcClient jdbc) {
		this.browser = browser;
		this.company = company;
		this.jdbc = jdbc;
	}

	@BeforeEach
	void wide() {
		this.browser.looking("light", 1280);
	}

	@AfterEach
	void forgetTargets() {
		this.jdbc.sql("delete from reported_target").update();
	}

	@Test
	void addsAPersonAndWatchesThemGetReadyWithoutAReload() {
		String login = "alice." + Somebody.token();
		this.browser.open("/console/people");
		this.browser.click(".head .button--main");
		this.browser.type("#new-firstName", "Alice");
		this.browser.type("#new-lastName", "Ivanova");
		this.browser.type("#new-login", login);
		this.browser.click("form .button--main");
		this.browser.awaitText("In progress");
		this.browser.awaitLive();
		this.browser.run("window.sameDocument = true");
		Person alice = Somebody.known(UUID.fromString(this.browser.path().substring("/console/people/".length())),
				new NewPerson(login, "Alice", "Ivanova", null, null, null));
		this.company.added(TargetSystem.MAIL, alice, "mailbox made");
		this.browser.awaitText("mailbox made");
		this.company.added(TargetSystem.REDMINE, alice, "account made");
		this.company.added(TargetSystem.SLACK, alice, "posted");
		this.browser.awaitText("Ready");
		assertThat(this.browser.run("return document.getElementById('said').textContent"))
			.isEqualTo("Ready. Mail: Done. Redmine: Done. Slack: Done.");
		assertThat(this.browser.run("return window.sameDocument")).isEqualTo(true);
		this.browser.assertNothingWentWrong();
	}

	@Test
	void aRefusedFormSaysWhereAndKeepsWhatWasTyped() {
		this.browser.open("/console/people/new");
		this.browser.type("#new-firstName", "Alice");
		this.browser.type("#new-login", "Not A Login");
		this.browser.click("form .button--main");
		this.browser.awaitText("#new-login-wrong", "Login must start with a letter");
		this.browser.awaitText("#new-lastName-wrong", "Last name must");
		assertThat(this.browser.find("#new-firstName").getAttribute("value")).isEqualTo("Alice");
		this.browser.forgetWhatWentWrong();
	}

	@Test
	void suggestsALoginEvenWhereTheCursorIsAlready() {
		String name = "s" + Somebody.token();
		this.browser.open("/console/people/new");
		this.browser.type("#new-firstName", "Sonja");
		this.browser.type("#new-lastName", name);
		this.browser.click("#new-login");
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> ("sonja." + name).equals(this.browser.find("#new-login").getAttribute("value")));
		this.browser.type("#new-login", "another." + name);
		this.browser.type("#new-firstName", "Maria");
		this.browser.click("#new-login");
		Awaitility.await()
			.during(Duration.ofSeconds(2))
			.until(() -> ("another." + name).equals(this.browser.find("#new-login").getAttribute("value")));
	}

	@Test
	void seesWhyAStepFailedAndRetriesIt() {
		Person person = this.company.add();
		this.company.added(TargetSystem.MAIL, person, "mailbox made");
		this.company.added(TargetSystem.REDMINE, person, "account made");
		this.company.failed(TargetSystem.SLACK, person, "Slack answered channel_not_found");
		this.browser.open("/console/people?state=NEEDS_ATTENTION");
		this.browser.click("#person-" + person.id());
		this.browser.awaitText("Slack answered channel_not_found");
		this.browser.type("#slack-reason", "the channel is there now");
		this.browser.click("#retry-slack");
		this.browser.awaitText("Retry asked for");
		this.browser.awaitLive();
		this.company.addedAgain(TargetSystem.SLACK, person, "posted");
		this.browser.awaitText("Ready");
		this.browser.assertNothingWentWrong();
	}

	@Test
	void resumesAPausedTarget() {
		this.company.paused(TargetSystem.SLACK, "no_service", 7);
		this.browser.open("/console/people");
		this.browser.click("#banner a");
		this.browser.awaitText("no_service");
		this.browser.awaitLive();
		this.browser.click("#resume-slack");
		this.browser.awaitLive();
		this.company.works(TargetSystem.SLACK);
		this.browser.awaitText("Working");
		this.browser.awaitNoText("#banner", "paused");
		this.browser.assertNothingWentWrong();
	}

	@Test
	void triesAgainForAllWhoFailed() {
		this.jdbc.sql("update step set state = 'SKIPPED' where state = 'FAILED'").update();
		Person person = this.company.add();
		this.company.added(TargetSystem.MAIL, person, "mailbox made");
		this.company.failed(TargetSystem.REDMINE, person, "Redmine refuses it");
		this.browser.open("/console/targets");
		this.browser.awaitLive();
		this.browser.type("#redmine-reason", "it has the field now");
		this.company.failed(TargetSystem.SLACK, person, "Slack refuses it");
		this.browser.click("#retry-redmine");
		this.browser.awaitNoText("#failed", "Redmine");
		this.browser.awaitText("#failed", "Slack");
		this.browser.open("/console/people/" + person.id()).awaitText("it has the field now");
		this.browser.assertNothingWentWrong();
	}

	@Test
	void theListShowsWhoComes() {
		this.browser.open("/console/people");
		this.browser.awaitLive();
		Person person = this.company.add();
		this.browser.awaitText(person.address());
		this.company.failed(TargetSystem.MAIL, person, "refused");
		this.browser.awaitText("tr:has(#person-" + person.id() + ")", "Needs attention");
	}

	@Test
	void searchesWhileSomebodyTypes() {
		Person person = this.company.add();
		this.company.add();
		this.browser.open("/console/people");
		this.browser.find("#search").sendKeys(person.login());
		this.browser.awaitText(person.address());
		this.browser.awaitRows(1);
		assertThat(this.browser.path()).contains("search=" + person.login());
	}

	@Test
	void catchesUpAfterTheConnectionWasCut(@Autowired Pages pages) throws IOException {
		Person person = this.company.add();
		try (Line line = new Line(URI.create(pages.address()).getPort())) {
			this.browser.openAt(line.address(), "/console/people/" + person.id());
			this.browser.awaitLive();
			line.cut();
			this.browser.awaitNotLive();
			this.company.added(TargetSystem.MAIL, person, "mailbox made meanwhile");
			line.mend();
			this.browser.awaitText("mailbox made meanwhile");
			this.browser.awaitLive();
			this.browser.open("/console/people");
		}
		this.browser.forgetWhatWentWrong();
	}

	/** As after the computer has slept: nobody tells the browser that it is gone. */
	@Test
	void noticesAConnectionThatIsDeadWithoutAnEnd(@Autowired Pages pages) throws IOException {
		Person person = this.company.add();
		try (Line line = new Line(URI.create(pages.address()).getPort())) {
			this.browser.openAt(line.address(), "/console/people/" + person.id());
			this.browser.awaitLive();
			this.browser.run("""
					const later = window.setTimeout;
					window.setTimeout = (task, millis) => later(task, millis >= 40000 ? 2000 : millis);
					document.getElementById('live').textContent = '';
					document.dispatchEvent(new Event('visibilitychange'));
					""");
			this.browser.awaitLive();
			line.stall();
			this.company.added(TargetSystem.MAIL, person, "mailbox made meanwhile");
			this.browser.awaitText("mailbox made meanwhile");
			this.browser.open("/console/people");
		}
		this.browser.forgetWhatWentWrong();
	}

	/** A browser opens six connections to a host, and no more. */
	@Test
	void eightPagesAreOpenAndTheOneThatIsLookedAtIsLive() {
		Person person = this.company.add();
		this.browser.open("/console/people/" + person.id());
		this.browser.awaitLive();
		for (int tab = 1; tab < 8; tab++) {
			this.browser.openInNewTab("/console/people/" + person.id());
			this.browser.awaitLive();
		}
		this.company.added(TargetSystem.MAIL, person, "mailbox made");
		this.browser.awaitText("mailbox made");
		this.browser.lookAtTab(0);
		this.browser.awaitText("mailbox made");
		this.company.added(TargetSystem.REDMINE, person, "account made");
		this.browser.awaitText("account made");
		this.browser.closeTabs();
		this.browser.assertNothingWentWrong();
	}

	@Test
	void triesAgainWhatFailedAndSaysSoMeanwhile(@Autowired Changes changes) {
		Person person = this.company.add();
		this.browser.open("/console/people/" + person.id());
		this.browser.awaitLive();
		this.jdbc.sql("alter table history rename to away").update();
		try {
			changes.rememberAnybody();
			this.browser.awaitNotLive();
			this.jdbc
				.sql("insert into away (person_id, at, what, text) values (:id, now(), 'noted', 'noted meanwhile')")
				.param("id", person.id())
				.update();
		}
		finally {
			this.jdbc.sql("alter table away rename to history").update();
		}
		this.browser.awaitText("noted meanwhile");
		this.browser.awaitLive();
		this.browser.forgetWhatWentWrong();
	}

	@Test
	void anEndedSessionLeadsToTheSignIn() {
		Person person = this.company.add();
		this.browser.open("/console/people/" + person.id());
		this.browser.awaitLive();
		this.browser.forgetSession();
		this.browser.run("document.dispatchEvent(new Event('visibilitychange'))");
		this.browser.awaitPath("/sign-in");
		this.browser.forgetWhatWentWrong();
	}

	@Test
	void thePageOfWhomSomebodyErasesSaysSo(@Autowired ErasingPeople erasing) {
		Person person = this.company.ready(Somebody.fresh());
		this.browser.open("/console/people/" + person.id());
		this.browser.awaitLive();
		erasing.erase(person.id(), "as asked");
		this.browser.awaitText("This person was erased");
		this.browser.forgetWhatWentWrong();
	}

	@Test
	void aChangeReachesThePageThatIsOpenAtAnotherReplica() {
		Person person = this.company.add();
		this.browser.open("/console/people");
		try (Replica other = new Replica(Map.of())) {
			this.browser.openAt("http://localhost:" + other.port(), "/console/people/" + person.id());
			this.browser.awaitLive();
			this.company.added(TargetSystem.MAIL, person, "mailbox made by the first one");
			this.browser.awaitText("mailbox made by the first one");
			this.browser.assertNothingWentWrong();
			this.browser.open("/console/people");
		}
	}

	@Test
	void whatIsBeingTypedIsNotLostWhenThePageChanges() {
		Person person = this.company.add();
		this.company.retrying(TargetSystem.MAIL, person, 1, "James is away", Duration.ofMinutes(2));
		this.browser.open("/console/people/" + person.id());
		this.browser.awaitLive();
		this.browser.click("#more-mail summary");
		this.browser.type("#mail-reason", "I have mended");
		this.company.retrying(TargetSystem.MAIL, person, 2, "James is away again", Duration.ofMinutes(2));
		this.browser.awaitText("James is away again");
		assertThat(this.browser.find("#mail-reason").getAttribute("value")).isEqualTo("I have mended");
		this.browser.find("#mail-reason").sendKeys(" it");
		this.browser.click("#retry-mail");
		this.browser.awaitText("I have mended it");
	}

	@Test
	void aRefusedFormStaysAsItWasTypedWhileThePageChanges() {
		Person person = this.company.add();
		this.company.failed(TargetSystem.MAIL, person, "there is one", Choice.of(Decision.PURGE));
		this.browser.open("/console/people/" + person.id());
		this.browser.click("#more-purge-mail summary");
		this.browser.type("#purge-mail-confirm", "somebody else");
		this.browser.type("#purge-mail-reason", "left in 2020");
		this.browser.click("#more-purge-mail button");
		this.browser.awaitLive();
		this.company.skipped(TargetSystem.REDMINE, person, "not needed here");
		this.browser.awaitText("not needed here");
		assertThat(this.browser.find("#acts-mail").getText()).contains("must be " + person.address());
		assertThat(this.browser.find("#purge-mail-reason").getAttribute("value")).isEqualTo("left in 2020");
		this.browser.forgetWhatWentWrong();
	}

	@Test
	void theFormToChangeSomebodyShowsWhatOthersHaveChanged(@Autowired ChangingPeople changing) {
		Person person = this.company.add();
		this.browser.open("/console/people/" + person.id());
		this.browser.awaitLive();
		changing.change(person.id(), new PersonChange(Map.of("contactEmail", "right@home.example")));
		this.browser.awaitText("right@home.example");
		this.browser.click("#change summary");
		assertThat(this.browser.find("#change-contactEmail").getAttribute("value")).isEqualTo("right@home.example");
	}

	@Test
	void whatWasLeftAloneIsMadeUpForOnceNobodyIsFillingItIn() {
		Person person = this.company.add();
		this.company.retrying(TargetSystem.MAIL, person, 1, "James is away", Duration.ofMinutes(2));
		this.browser.open("/console/people/" + person.id());
		this.browser.awaitLive();
		this.browser.click("#more-mail summary");
		this.browser.click("#mail-reason");
		this.company.added(TargetSystem.MAIL, person, "mailbox made");
		this.browser.awaitText("mailbox made");
		this.browser.awaitText("#acts-mail", "Retry now");
		this.browser.run("document.activeElement.blur()");
		this.browser.awaitNoText("#acts-mail", "Retry now");
	}

	@Test
	void theFocusStaysWhereItIsWhenThePageChanges() {
		Person person = this.company.add();
		this.browser.open("/console/people?search=" + person.login());
		this.browser.awaitLive();
		this.browser.run("document.getElementById('person-" + person.id() + "').focus()");
		this.company.failed(TargetSystem.MAIL, person, "refused");
		this.browser.awaitText("Needs attention\nMail");
		assertThat(this.browser.run("return document.activeElement.id")).isEqualTo("person-" + person.id());
	}

}
