package dev.onboard.story;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** A step needs a human, and the human finds on the person's page what can be done. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class RepairStoryTests {

	private final Company company = Company.open();

	@AfterEach
	void nothingIsLeft() {
		this.company.awaitNothingWaiting();
	}

	@Test
	void slackRefusesAPostAndIsAskedAgain() throws IOException {
		this.company.sandbox().behaveAs("{\"status\":400,\"body\":\"invalid_payload\",\"times\":1}");
		UUID rita = accept("rita.refused");
		PersonPage.Step failed = awaitFailed(rita, "slack");
		assertThat(failed.detail()).isEqualTo("Slack refuses the post (invalid_payload)");
		this.company.api().decide(rita, "slack", "retry");
		assertThat(this.company.awaitReady(rita, Duration.ofSeconds(30)).step("slack").attempts()).isEqualTo(1);
	}

	@Test
	void slackRefusesAPostAndItIsLeftOut() throws IOException {
		this.company.sandbox().behaveAs("{\"status\":400,\"body\":\"invalid_payload\",\"times\":1}");
		UUID sam = accept("sam.skipped");
		awaitFailed(sam, "slack");
		this.company.api().decide(sam, "slack", "skip");
		PersonPage page = this.company.awaitReady(sam, Duration.ofSeconds(30));
		assertThat(page.step("slack").state()).isEqualTo("SKIPPED");
		assertThat(page.step("slack").detail()).isEqualTo("left out by hand: as the README says");
	}

	@Test
	void theAddressIsSomebodyElsesAndThePersonGetsTheSuggestedOne() throws IOException {
		existing("nina.namesake");
		UUID nina = accept("nina.namesake");
		PersonPage.Step conflict = awaitFailed(nina, "mail");
		assertThat(conflict.choices()).extracting(PersonPage.Choice::decision)
			.containsExactly("rename", "adopt", "purge", "retry", "skip", "mark-done");
		String suggestion = conflict.choices().get(0).suggestion();
		assertThat(suggestion).isEqualTo("nina.namesake2");
		this.company.api().change(nina, "login", suggestion);
		PersonPage ready = this.company.awaitReady(nina, Duration.ofSeconds(30));
		assertThat(ready.address()).isEqualTo("nina.namesake2@example.com");
		assertThat(messages("nina.namesake@example.com")).isZero();
		assertThat(messages("nina.namesake2@example.com")).isEqualTo(1);
	}

	@Test
	void theAddressIsTheSamePersonsFromBefore() throws IOException {
		existing("rob.returning");
		UUID rob = accept("rob.returning");
		awaitFailed(rob, "mail");
		this.company.api().adopt(rob, "rob.returning@example.com");
		this.company.awaitReady(rob, Duration.ofSeconds(30));
		assertThat(messages("rob.returning@example.com")).isEqualTo(1);
	}

	@Test
	void theAttemptsAreUsedUpAndSomebodyAsksAgain() throws IOException {
		this.company.sandbox().behaveAs("{\"status\":503,\"body\":\"\"}");
		UUID eve = accept("eve.exhausted");
		PersonPage.Step failed = awaitFailed(eve, "slack");
		assertThat(failed.detail()).startsWith("gave up after " + Company.MAX_ATTEMPTS + " attempts: ");
		assertThat(failed.attempts()).isEqualTo(Company.MAX_ATTEMPTS);
		this.company.sandbox().behave();
		this.company.api().decide(eve, "slack", "retry");
		this.company.awaitReady(eve, Duration.ofSeconds(30));
	}

	private UUID accept(String login) throws IOException {
		return this.company.api().accept(new Newcomer(login, "Some", "Body")).id();
	}

	private PersonPage.Step awaitFailed(UUID person, String system) {
		return Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.until(() -> this.company.api().page(person), (page) -> page.state().equals("NEEDS_ATTENTION"))
			.step(system);
	}

	/** A mailbox that somebody has made by hand. */
	private void existing(String login) throws IOException {
		assertThat(Http
			.send(HttpRequest
				.newBuilder(URI.create(this.company.sandbox().webAdminUrl() + "/users/" + login + "@example.com"))
				.PUT(HttpRequest.BodyPublishers.ofString("{\"password\":\"somebody else's\"}")))
			.statusCode()).isEqualTo(204);
		assertThat(Http.send(HttpRequest
			.newBuilder(URI
				.create(this.company.sandbox().webAdminUrl() + "/users/" + login + "@example.com/mailboxes/INBOX"))
			.PUT(HttpRequest.BodyPublishers.noBody())).statusCode()).isEqualTo(204);
	}

	private int messages(String address) {
		return Effects.on(Set.of(address), this.company.sandbox()).mailboxes().getOrDefault(address, 0);
	}

}
