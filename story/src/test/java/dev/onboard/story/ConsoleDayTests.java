package dev.onboard.story;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import dev.onboard.testing.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** A day of somebody who has only the console, with all services at work. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ConsoleDayTests {

	private static final String NEEDS_ATTENTION = "Needs attention";

	private static final String REFUSAL = "Slack refuses the post (invalid_payload)";

	private final Company company = Company.open();

	private final Service other = this.company.service("task-service");

	private final Browser browser = new Browser(() -> address(this.company.task()), Company.ADMIN_TOKEN);

	@BeforeEach
	void openAnotherReplica() {
		this.other.launch();
		this.other.awaitReady();
	}

	@AfterEach
	void nothingIsLeft() {
		this.browser.close();
		this.other.stop();
		this.company.awaitNothingWaiting();
	}

	@Test
	void somebodyNewIsReadyWithinAMinuteAndNobodyReloads() throws IOException {
		Instant start = Instant.now();
		add("nora.new");
		this.browser.awaitLive();
		this.browser.run("window.sameDocument = true");
		this.browser.awaitText("#who", "Ready");
		assertThat(this.browser.run("return window.sameDocument")).isEqualTo(true);
		assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMinutes(1));
		reachedOnce("nora.new");
	}

	@Test
	void slackRefusesAPostWhichIsSeenAtAnotherReplicaMendedAndRetriedThere() throws IOException {
		this.company.sandbox().behaveAs("{\"status\":400,\"body\":\"invalid_payload\"}");
		String page = "/console/people/" + add("rosa.refused");
		this.browser.openAt(address(this.other), page);
		this.browser.awaitLive();
		this.browser.awaitText("#who", NEEDS_ATTENTION);
		this.browser.awaitText("#step-slack", REFUSAL);
		this.company.sandbox().behave();
		this.browser.type("#slack-reason", "the message has fewer characters now");
		this.browser.click("#retry-slack");
		this.browser.awaitText("#who", "Ready");
		this.browser.awaitText("#history", "the message has fewer characters now");
		this.browser.assertNothingWentWrong();
		reachedOnce("rosa.refused");
	}

	@Test
	void aListThatIsOpenAtAnotherReplicaTellsWhoNeedsAttention() throws IOException {
		this.company.sandbox().behaveAs("{\"status\":400,\"body\":\"invalid_payload\"}");
		this.browser.openAt(address(this.other), "/console/people?search=lena.listed");
		this.browser.awaitLive();
		this.browser.run("window.sameDocument = true");
		UUID lena = this.company.api().accept(new Newcomer("lena.listed", "Some", "Body")).id();
		this.browser.awaitText("#people", NEEDS_ATTENTION);
		this.company.sandbox().behave();
		this.company.api().decide(lena, "slack", "retry");
		this.browser.awaitText("#people", "Ready");
		assertThat(this.browser.run("return window.sameDocument")).isEqualTo(true);
		this.browser.assertNothingWentWrong();
		reachedOnce("lena.listed");
	}

	/** As somebody does who knows only the list. */
	private UUID add(String login) {
		this.browser.open("/console/people");
		this.browser.click(".head .button--main");
		this.browser.type("#new-firstName", "Some");
		this.browser.type("#new-lastName", "Body");
		this.browser.type("#new-login", login);
		this.browser.click("form .button--main");
		this.browser.awaitText(login + "@example.com");
		return UUID.fromString(URI.create(this.browser.path()).getPath().replaceFirst(".*/", ""));
	}

	private void reachedOnce(String login) {
		Set<String> address = Set.of(login + "@example.com");
		Effects effects = this.company.effectsOn(address);
		effects.reachedEach(address);
		assertThat(effects.repeatedMails()).isZero();
		assertThat(effects.repeatedPosts()).isZero();
	}

	/** The only host that the browser reaches. */
	private static String address(Service service) {
		return "http://localhost:" + service.uri("/").getPort();
	}

}
