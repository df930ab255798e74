package dev.onboard.story;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A target refuses everybody, and that is the target's trouble and nobody's own. */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class PausedTargetTests {

	private final Company company = Company.open();

	@BeforeEach
	void forgetAlerts() {
		this.company.alerts().forget();
	}

	@AfterEach
	void nothingIsLeft() {
		this.company.awaitNothingWaiting();
	}

	@Test
	void theWebhookIsRevokedWhileFiveHundredPeopleGoThrough() throws IOException {
		this.company.sandbox().behaveAs("{\"status\":404,\"body\":\"no_service\"}");
		Crowd crowd = this.company.crowd("revoked", 500);
		crowd.awaitArrival();
		crowd.awaitAll((page) -> page.step("mail").isDone() && page.step("redmine").state().equals("SKIPPED"));
		JsonNode slack = awaitSlack("PAUSED");
		assertThat(slack.required("reason").asString()).contains("no_service", "SLACK_WEBHOOK_URL");
		awaitSlackWaiting(500);
		assertThat(crowd.pages()).allSatisfy((page) -> {
			assertThat(page.step("slack").state()).isEqualTo("WAITING");
			assertThat(page.step("slack").attempts()).isZero();
			assertThat(page.step("slack").detail()).contains("no_service");
		});
		assertThat(this.company.alerts().texts()).singleElement().asString().contains("slack", "no_service");
		this.company.sandbox().behave();
		Instant restored = Instant.now();
		crowd.awaitReady();
		assertThat(crowd.pages()).allSatisfy((page) -> assertThat(page.step("slack").attempts()).isEqualTo(1));
		Effects effects = this.company.effectsOn(crowd);
		effects.reachedEach(crowd.addresses());
		assertThat(effects.repeatedMails()).isZero();
		assertThat(effects.repeatedPosts()).isZero();
		keptThePace(restored);
		assertThat(awaitSlack("WORKING").required("lastSuccessAt").asString()).isNotEmpty();
		assertThat(this.company.alerts().texts()).filteredOn((text) -> text.contains("paused")).hasSize(1);
	}

	@Test
	void theMailServerIsAwayAndPausesAfterAStreak() throws IOException {
		this.company.webAdmin().become(Proxy.Mood.AWAY);
		Crowd crowd = this.company.crowd("streak", 60);
		crowd.awaitArrival();
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.company.api().target("mail").path("state").asString().equals("PAUSED"));
		assertThat(crowd.pages().stream().filter((page) -> page.step("mail").attempts() > 0).count())
			.isLessThanOrEqualTo(5 + Company.IN_HAND);
		this.company.webAdmin().become(Proxy.Mood.WELL);
		crowd.awaitReady();
		assertThat(this.company.effectsOn(crowd).repeatedMails()).isZero();
		assertThat(this.company.alerts().texts()).filteredOn((text) -> text.contains("paused")).hasSize(1);
	}

	private JsonNode awaitSlack(String state) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.company.api().target("slack"), (target) -> target.path("state").asString().equals(state));
	}

	private void awaitSlackWaiting(int people) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.company.api().target("slack").path("waiting").asInt() >= people - Company.IN_HAND);
	}

	/**
	 * Two posts are never nearer than the pace; what the clocks may add or take is
	 * little.
	 */
	private void keptThePace(Instant since) {
		List<Instant> posts = this.company.sandbox()
			.messages()
			.valueStream()
			.map((post) -> Instant.parse(post.required("at").asString()))
			.filter((at) -> at.isAfter(since))
			.sorted()
			.toList();
		Duration all = Duration.between(posts.get(0), posts.get(posts.size() - 1));
		assertThat(all).isGreaterThanOrEqualTo(Company.SLACK_PACE.multipliedBy(posts.size() - 2));
	}

}
