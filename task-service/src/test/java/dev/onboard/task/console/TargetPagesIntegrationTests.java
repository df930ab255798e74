package dev.onboard.task.console;

import java.util.Map;

import dev.onboard.events.Person;
import dev.onboard.events.TargetResume;
import dev.onboard.events.TargetSystem;
import dev.onboard.task.Ears;
import dev.onboard.task.console.Pages.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@ConsoleTest
class TargetPagesIntegrationTests {

	private static final String RESUME = "/console/targets/slack/resume";

	private final Pages pages;

	private final Company company;

	private final JdbcClient jdbc;

	TargetPagesIntegrationTests(@Autowired Pages pages, @Autowired Company company, @Autowired JdbcClient jdbc) {
		this.pages = pages;
		this.company = company;
		this.jdbc = jdbc;
	}

	@BeforeEach
	@AfterEach
	void forget() {
		this.jdbc.sql("delete from reported_target").update();
		this.jdbc.sql("update step set state = 'SKIPPED' where state = 'FAILED'").update();
	}

	@Test
	void showsHowEachTargetIs() {
		this.company.works(TargetSystem.MAIL);
		this.company.paused(TargetSystem.SLACK, "<no_service>", 7);
		String text = this.pages.get("/console/targets").expect(200).text();
		assertThat(text).contains("Mail Working Waiting 0 Consumers 4 Resumed ")
			.contains("Redmine Not heard of Its service has not said anything of it yet.")
			.contains("Slack Paused <no_service> Waiting 7 Consumers 0 Paused since ");
	}

	@Test
	void resumesAPausedTarget() {
		this.company.paused(TargetSystem.SLACK, "no_service", 7);
		try (Ears ears = new Ears(this.jdbc)) {
			ears.hear("slack");
			Page page = this.pages.get("/console/targets");
			assertThat(this.pages.submit(page, RESUME, Map.of()).expect(302).location()).endsWith("/console/targets");
			assertThat(ears.hear("slack")).singleElement().isInstanceOf(TargetResume.class);
		}
	}

	@Test
	void resumesOnlyWhatIsPaused() {
		this.company.paused(TargetSystem.SLACK, "no_service", 7);
		Page page = this.pages.get("/console/targets");
		this.company.works(TargetSystem.SLACK);
		assertThat(this.pages.submit(page, RESUME, Map.of()).expect(409).text())
			.contains("slack is WORKING, and only a paused target can be resumed.");
		Map<String, String> fields = this.pages.fields(page, RESUME, Map.of());
		this.pages.post("/console/targets/github/resume", fields).expect(404);
	}

	@Test
	void triesAgainForAllWhoFailed() {
		Person person = this.company.add();
		this.company.added(TargetSystem.MAIL, person, "mailbox");
		this.company.failed(TargetSystem.REDMINE, person, "Redmine refuses it");
		Page page = this.pages.get("/console/targets");
		assertThat(page.text()).contains("Failed: Redmine 1 person");
		String path = "/console/targets/redmine/retry";
		assertThat(this.pages.submit(page, path, Map.of("reason", " ")).expect(400).body())
			.contains("Reason is missing")
			.contains("aria-describedby=\"redmine-reason-wrong\"");
		assertThat(this.pages.submit(page, path, Map.of("reason", "it has the <field>")).expect(302).location())
			.endsWith("/console/targets");
		assertThat(this.pages.get("/console/targets").text()).doesNotContain("Failed: ");
		assertThat(this.pages.get("/console/people/" + person.id()).text()).contains("it has the <field>");
		assertThat(this.pages.submit(page, path, Map.of("reason", "again")).expect(409).text())
			.contains("No redmine step has FAILED");
	}

}
