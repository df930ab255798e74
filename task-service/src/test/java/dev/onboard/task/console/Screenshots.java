package dev.onboard.task.console;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import dev.onboard.delivery.ParkedMessage;
import dev.onboard.events.Choice;
import dev.onboard.events.Decision;
import dev.onboard.events.Person;
import dev.onboard.events.TargetSystem;
import dev.onboard.task.NewPerson;
import dev.onboard.task.imports.CheckingFiles;
import dev.onboard.task.parked.KeepingParked;
import dev.onboard.testing.Browser;
import dev.onboard.testing.Project;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes the pictures in {@code docs/images}; no test, so it runs only when it is named:
 * {@code ./onboard test -pl task-service -am -Dtest=Screenshots
 * -Dsurefire.failIfNoSpecifiedTests=false}. The pages ask for the font Inter first
 * (Debian: {@code fonts-inter fonts-noto-core fonts-noto-cjk}).
 */
@ConsoleTest
class Screenshots {

	private static final List<String> READY = List.of("Grace Hopper", "Анна Петрова", "Alan Turing", "小明 王",
			"José García", "Ada Lovelace");

	private final Browser browser;

	private final Company company;

	private final JdbcClient jdbc;

	Screenshots(@Autowired Browser browser, @Autowired Company company, @Autowired JdbcClient jdbc) {
		this.browser = browser;
		this.company = company;
		this.jdbc = jdbc;
	}

	@Test
	void take(@Autowired KeepingParked keeping, @Autowired CheckingFiles checking) throws IOException {
		this.jdbc.sql("delete from parked_history").update();
		this.jdbc.sql("delete from parked").update();
		for (int number = 0; number < READY.size(); number++) {
			String[] name = READY.get(number).split(" ");
			String login = List
				.of("grace.hopper", "anna.petrova", "alan.turing", "xiaoming.wang", "jose.garcia", "ada.lovelace")
				.get(number);
			this.company.ready(person(login, name[0], name[1], null));
		}
		Person failed = this.company.add(person("alice.ivanova", "Alice", "Ivanova", null));
		Person retrying = this.company.add(person("katherine.johnson", "Katherine", "Johnson", "developer"));
		Person pending = this.company.add(person("dorothy.vaughan", "Dorothy", "Vaughan", "designer"));
		this.company.skipped(TargetSystem.MAIL, pending, "skip asked for by hand: has a mailbox elsewhere");
		// As if they had come over some days.
		this.jdbc
			.sql("""
					update person set created_at = now() - (select count(*) from person later where later.number > person.number)
					       * interval '7 hours' - interval '3 minutes'
					""")
			.update();
		this.company.added(TargetSystem.MAIL, retrying, "mailbox katherine.johnson@example.com, quota 5 GB");
		this.company.linkMailed(retrying);
		this.company.retrying(TargetSystem.REDMINE, retrying, 1, "Redmine answered 503 Service Unavailable",
				Duration.ofSeconds(5));
		this.company.retrying(TargetSystem.REDMINE, retrying, 2, "Redmine answered 503 Service Unavailable",
				Duration.ofSeconds(42));
		this.company.failed(TargetSystem.MAIL, failed,
				"the mailbox alice.ivanova@example.com is there already, and nobody knows whose it is",
				new Choice(Decision.RENAME, "alice.ivanova2"), Choice.of(Decision.ADOPT), Choice.of(Decision.PURGE));
		this.company.works(TargetSystem.MAIL);
		this.company.works(TargetSystem.REDMINE);
		this.company.paused(TargetSystem.SLACK, "Slack answered no_service: the webhook was revoked", 7);
		keeping.keep(new ParkedMessage(UUID.randomUUID(), "task.events", "the body of user.mail.added is no JSON",
				"dev.onboard.events.UnreadableEventException", "0191f3a2", "user.mail.added", failed.id().toString(),
				"{\"person\":{\"login\":\"alice.ivanova\",".getBytes(StandardCharsets.UTF_8)));
		photographAll("/console/people/" + failed.id(), "/console/people/" + retrying.id(), parked(),
				imported(checking));
	}

	private static String imported(CheckingFiles checking) throws IOException {
		String csv = """
				login,firstName,lastName,contactEmail,role
				mary.jackson,Mary,Jackson,mary@home.example,developer
				nina.li,Nina,Li,,designer
				Annie Easley,Annie,Easley,annie@home.example,
				ada.lovelace,Ada,Lovelace,ada.lovelace@home.example,
				,Kathleen,Booth,kathleen@home.example,
				""";
		return "/console/imports/"
				+ checking.check(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "autumn.csv").id();
	}

	private static NewPerson person(String login, String firstName, String lastName, @Nullable String role) {
		return new NewPerson(login, firstName, lastName, login + "@home.example", role, null);
	}

	private String parked() {
		return "/console/parked/" + this.jdbc.sql("select id from parked").query(UUID.class).single();
	}

	private void photographAll(String failed, String retrying, String parked, String imported) {
		photograph("people", "/console/people", "light", 1280);
		photograph("people-dark", "/console/people", "dark", 1280);
		photograph("people-narrow", "/console/people", "light", 390);
		photograph("person", retrying, "light", 1280);
		photograph("person-dark", retrying, "dark", 1280);
		photograph("person-narrow", retrying, "dark", 390);
		photograph("conflict", failed, "light", 1280);
		photograph("new-person", "/console/people/new", "light", 1280);
		photograph("targets", "/console/targets", "light", 1280);
		photograph("parked", "/console/parked", "light", 1280);
		photograph("parked-message", parked, "light", 1280);
		photograph("imports", "/console/imports", "light", 1280);
		photograph("import", imported + "?all=true", "light", 1280);
		photograph("sign-in", "/sign-in", "light", 1280);
	}

	private void photograph(String name, String path, String scheme, int width) {
		this.browser.looking(scheme, width).open(path);
		if (this.browser.isLive()) {
			this.browser.awaitLive();
		}
		this.browser.photograph(width, Path.of(Project.root().toString(), "docs", "images", name + ".png"));
	}

}
