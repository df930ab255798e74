package dev.onboard.task.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.onboard.delivery.http.StubTarget;
import dev.onboard.delivery.http.StubTarget.Reply;
import dev.onboard.events.TargetSystem;
import dev.onboard.task.TaskSettings;
import dev.onboard.task.targets.TargetPaused;
import dev.onboard.task.targets.TargetResumed;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class AlertWebhookTests {

	private static final Reply OK = StubTarget.answer(200, "ok");

	private static final TargetPaused PAUSED = new TargetPaused(TargetSystem.SLACK, "Slack answered 404 (no_service)");

	@Test
	void postsWhatIsPausedAndThatItWorksAgain() throws Exception {
		try (StubTarget target = StubTarget.answering(OK, OK)) {
			AlertWebhook webhook = webhook(target);
			webhook.paused(PAUSED);
			webhook.resumed(new TargetResumed(TargetSystem.SLACK, true));
			awaitRequests(target, 2);
			webhook.stop();
			assertThat(target.requests()).allSatisfy((request) -> {
				assertThat(request.method()).isEqualTo("POST");
				assertThat(request.path()).isEqualTo("/s3cret");
				assertThat(request.headers()).containsEntry("Content-Type", "application/json");
			});
			assertThat(target.requests().get(0).body())
				.startsWith("{\"text\":\"ALERT slack is paused: Slack answered 404 (no_service). ");
			assertThat(target.requests().get(1).body())
				.isEqualTo("{\"text\":\"slack works again; those who wait are next.\"}");
		}
	}

	@Test
	void saysNothingOfTheEndOfAPauseThatNobodyWasToldOf() throws Exception {
		try (StubTarget target = StubTarget.answering(OK)) {
			AlertWebhook webhook = webhook(target);
			webhook.resumed(new TargetResumed(TargetSystem.SLACK, false));
			webhook.paused(PAUSED);
			awaitRequests(target, 1);
			webhook.stop();
			assertThat(target.requests().get(0).body()).contains("ALERT");
		}
	}

	@Test
	void triesAgainUntilItIsTaken(CapturedOutput log) throws Exception {
		try (StubTarget target = StubTarget.answering(StubTarget.answer(500, "s3cret"), OK)) {
			AlertWebhook webhook = webhook(target);
			webhook.paused(PAUSED);
			awaitRequests(target, 2);
			webhook.stop();
			assertThat(log).doesNotContain("could not be posted");
		}
	}

	@Test
	void givesUpAfterThreeTriesAndSaysSoWithoutTheUrl(CapturedOutput log) throws Exception {
		try (StubTarget target = StubTarget.answering(StubTarget.answer(500, ""), StubTarget.answer(404, ""),
				StubTarget.reset(), OK)) {
			AlertWebhook webhook = webhook(target);
			webhook.paused(PAUSED);
			Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.until(() -> log.getOut().contains("An alert could not be posted: The alert webhook "));
			webhook.stop();
			assertThat(target.requests()).hasSize(3);
			assertThat(log).contains("ALERT slack is paused").doesNotContain("s3cret", target.url());
		}
	}

	@Test
	void neverKeepsAnybodyWaiting() throws Exception {
		try (StubTarget target = StubTarget.answering(StubTarget.silence())) {
			AlertWebhook webhook = webhook(target);
			Instant start = Instant.now();
			webhook.paused(PAUSED);
			webhook.paused(PAUSED);
			webhook.stop();
			assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(1));
		}
	}

	@Test
	void doesNothingWithoutAUrl(CapturedOutput log) {
		AlertWebhook webhook = new AlertWebhook(settings(""));
		webhook.paused(PAUSED);
		webhook.stop();
		assertThat(log).doesNotContain("ALERT");
	}

	private static AlertWebhook webhook(StubTarget target) {
		return new AlertWebhook(settings(target.url() + "/s3cret"));
	}

	private static TaskSettings settings(String webhookUrl) {
		return new TaskSettings("example.com", Duration.ofDays(7), Map.of(), List.of("en"), "en",
				new TaskSettings.Alert(webhookUrl),
				new TaskSettings.Activation("key", "http://127.0.0.1:8081", Duration.ofDays(7)));
	}

	private static void awaitRequests(StubTarget target, int count) {
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> target.requests().size() == count);
	}

}
