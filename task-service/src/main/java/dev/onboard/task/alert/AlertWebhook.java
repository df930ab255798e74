package dev.onboard.task.alert;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import dev.onboard.delivery.http.Answer;
import dev.onboard.delivery.http.TargetClient;
import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.task.TaskSettings;
import dev.onboard.task.targets.TargetPaused;
import dev.onboard.task.targets.TargetResumed;
import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Posts alerts as {@code {"text":"…"}}, which Slack and others take, in order and from a
 * thread of its own; does nothing where no URL is set. A failure is logged without the
 * URL, which is a secret.
 */
@Component
class AlertWebhook {

	private static final Logger log = LoggerFactory.getLogger(AlertWebhook.class);

	/** Before the first, the second and the last try. */
	private static final List<Duration> DELAYS = List.of(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(5));

	private final ExecutorService thread = Executors.newSingleThreadExecutor((task) -> new Thread(task, "alerts"));

	private final CountDownLatch stopping = new CountDownLatch(1);

	private final @Nullable TargetClient client;

	AlertWebhook(TaskSettings settings) {
		String url = settings.alert().webhookUrl();
		this.client = url.isEmpty() ? null : new TargetClient("The alert webhook", url, (headers) -> {
		});
	}

	@TransactionalEventListener
	void paused(TargetPaused event) {
		post("ALERT " + AlertText.of(event));
	}

	@TransactionalEventListener
	void resumed(TargetResumed event) {
		if (event.alerted()) {
			post(AlertText.of(event));
		}
	}

	private void post(String text) {
		TargetClient webhook = this.client;
		if (webhook != null) {
			this.thread.execute(() -> post(webhook, text));
		}
	}

	private void post(TargetClient webhook, String text) {
		String failure = "stopped before it was posted";
		for (Duration delay : DELAYS) {
			if (stopsWithin(delay)) {
				break;
			}
			Outcome outcome = call(webhook, text);
			if (outcome instanceof Outcome.Done) {
				return;
			}
			failure = outcome.detail();
		}
		log.error("An alert could not be posted: {}. It said: {}", failure, text);
	}

	private static Outcome call(TargetClient webhook, String text) {
		try {
			return webhook.call(HttpMethod.POST, Map.of("text", text), (answer) -> meaning(webhook, answer), "");
		}
		catch (RuntimeException ex) {
			return new Outcome.Transient("unexpected " + ex.getClass().getName());
		}
	}

	private static Outcome meaning(TargetClient webhook, Answer answer) {
		return HttpStatusCode.valueOf(answer.status()).is2xxSuccessful() ? new Outcome.Done("posted")
				: webhook.trouble(answer);
	}

	private boolean stopsWithin(Duration delay) {
		try {
			return this.stopping.await(delay.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return true;
		}
	}

	@PreDestroy
	void stop() {
		this.stopping.countDown();
		this.thread.shutdown();
	}

}
