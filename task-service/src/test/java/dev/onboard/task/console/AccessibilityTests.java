package dev.onboard.task.console;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import dev.onboard.delivery.ParkedMessage;
import dev.onboard.events.Choice;
import dev.onboard.events.Decision;
import dev.onboard.events.Person;
import dev.onboard.events.TargetSystem;
import dev.onboard.task.NewPerson;
import dev.onboard.task.Somebody;
import dev.onboard.task.parked.KeepingParked;
import dev.onboard.testing.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Each page can be used by those who hear it, enlarge it, or have only a keyboard. */
@ConsoleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityTests {

	private final Browser browser;

	private final JdbcClient jdbc;

	private final Company company;

	private final Map<String, String> paths = new LinkedHashMap<>();

	AccessibilityTests(@Autowired Browser browser, @Autowired JdbcClient jdbc, @Autowired Company company) {
		this.browser = browser;
		this.jdbc = jdbc;
		this.company = company;
	}

	@BeforeAll
	void somethingToSee(@Autowired KeepingParked keeping) {
		Person failed = this.company.add();
		this.company.failed(TargetSystem.MAIL, failed, "there is one",
				new Choice(Decision.RENAME, failed.login() + "2"), Choice.of(Decision.ADOPT),
				Choice.of(Decision.PURGE));
		Person retrying = this.company
			.add(new NewPerson("h." + Somebody.token(), "<b>x</b>", "\u202Ex 王", null, null, null));
		this.company.skipped(TargetSystem.MAIL, retrying, "as asked");
		this.company.retrying(TargetSystem.REDMINE, retrying, 2, "Redmine answered 503", Duration.ofMinutes(9));
		Person ready = this.company.ready(Somebody.fresh());
		this.company.linkMailed(ready);
		this.company.works(TargetSystem.MAIL);
		this.company.paused(TargetSystem.SLACK, "no_service", 7);
		keeping
			.keep(new ParkedMessage(UUID.randomUUID(), "mail.create", "nobody can read it", "a.b.CException", "its-id",
					"no.such.type", null, ("{\"a\":\"" + Somebody.token() + "\"}").getBytes(StandardCharsets.UTF_8)));
		this.company.failed(TargetSystem.MAIL, this.company.add(), "refused");
		this.paths.put("failed", "/console/people/" + failed.id());
		this.paths.put("retrying", "/console/people/" + retrying.id());
		this.paths.put("ready", "/console/people/" + ready.id());
		this.paths.put("message", "/console/parked/"
				+ this.jdbc.sql("select id from parked order by number desc limit 1").query(UUID.class).single());
		this.paths.put("people", "/console/people");
		this.paths.put("nobody", "/console/people?search=" + Somebody.token());
		this.paths.put("new", "/console/people/new");
		this.paths.put("targets", "/console/targets");
		this.paths.put("parked", "/console/parked");
		this.paths.put("api", "/console/api");
		this.paths.put("none-parked", "/console/parked?state=DISCARDED");
	}

	@AfterAll
	void forgetTargets() {
		this.jdbc.sql("delete from reported_target").update();
	}

	@ParameterizedTest
	@CsvSource({ "light, 1280", "dark, 1280", "light, 360", "dark, 360" })
	void everybodyCanUseEachPage(String scheme, int width) {
		this.browser.looking(scheme, width);
		this.paths.forEach((name, path) -> {
			this.browser.open(path);
			openDetails();
			everybodyCanUse(name);
			this.browser.assertNothingWentWrong();
		});
		this.browser.open("/console/people/new");
		this.browser.click(".button--main");
		everybodyCanUse("refused");
		this.browser.open("/console/nowhere");
		everybodyCanUse("nowhere");
		this.browser.forgetWhatWentWrong();
	}

	@ParameterizedTest
	@CsvSource({ "light, 1280", "dark, 1280", "light, 360", "dark, 360" })
	void everybodyCanUseWhatIsShownOnce(String scheme, int width) {
		Person person = this.company.ready(Somebody.fresh());
		String path = "/console/people/" + person.id();
		this.browser.looking(scheme, width).open(path);
		this.browser.click("#link-acts button");
		this.browser.awaitText("The link to choose a password");
		everybodyCanUse("link");
		this.browser.open(path);
		openDetails();
		this.browser.type("#erase-confirm", person.address());
		this.browser.type("#erase-reason", "as asked");
		this.browser.click("#erase .button--bad");
		this.browser.awaitText("What is left, and shown only now");
		everybodyCanUse("erasing");
		this.browser.open(path);
		this.browser.awaitText("This person was erased");
		everybodyCanUse("erased");
		this.browser.open("/sign-in");
		everybodyCanUse("sign-in");
		this.browser.type("#token", "no token");
		this.browser.click(".button--main");
		this.browser.awaitText("This token is unknown");
		everybodyCanUse("sign-in refused");
		this.browser.forgetWhatWentWrong();
	}

	private void openDetails() {
		this.browser.run("document.querySelectorAll('details').forEach(details => details.open = true)");
	}

	private void everybodyCanUse(String page) {
		assertThat(this.browser.violations()).as(page).isEmpty();
		assertThat(this.browser.isTooWide()).as("%s has to be scrolled to the side", page).isFalse();
	}

	@Test
	void theContentIsOneKeyAway() {
		this.browser.looking("light", 1280).open("/console/people");
		this.browser.find("body").sendKeys(Keys.TAB, Keys.ENTER);
		assertThat(this.browser.run("return document.activeElement.id")).isEqualTo("main");
	}

}
