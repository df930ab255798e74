package dev.onboard.story;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import dev.onboard.events.StepReport;
import dev.onboard.testing.Wire;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** Messages are gone that nobody has heard: whoever is waited for is asked again. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class WatchdogStoryTests {

	private static final int SIZE = 20;

	private final Company company = Company.open();

	private final Service watchdog = this.company.watchdog();

	@BeforeEach
	void nothingWaits() {
		this.company.awaitNothingWaiting();
	}

	@AfterEach
	void nothingIsLeft() {
		this.watchdog.stop();
		Company.open().awaitNothingWaiting();
	}

	@Test
	void theOrdersAreLost() throws IOException {
		this.company.mail().stop();
		Crowd crowd = this.company.crowd("lostorders", SIZE);
		crowd.awaitArrival();
		lose("mail.create", SIZE);
		this.company.mail().launch();
		this.company.mail().awaitReady();
		everybodyGetsEverythingOnceMore(crowd, "mail");
	}

	@Test
	void whatTheMailServiceSaidIsLost() throws IOException {
		this.company.web().stop();
		Crowd crowd = this.company.crowd("lostsaying", SIZE);
		crowd.awaitAll((page) -> page.step("mail").isDone());
		lose("web.redmine", SIZE);
		lose("web.slack", SIZE);
		this.company.web().launch();
		this.company.web().awaitReady();
		everybodyGetsEverythingOnceMore(crowd, "slack");
	}

	/** All is done, and only the task-service does not know. */
	@Test
	void theReportsAreLost() throws IOException {
		this.company.mail().stop();
		Crowd crowd = this.company.crowd("lostreports", SIZE);
		crowd.awaitArrival();
		try (Wire mail = new Wire("mail")) {
			mail.awaitCount("mail.create", SIZE);
		}
		this.company.task().stop();
		this.company.mail().launch();
		this.company.mail().awaitReady();
		loseReports(3 * SIZE);
		this.company.task().launch();
		this.company.task().awaitReady();
		everybodyGetsEverythingOnceMore(crowd, "mail");
	}

	private static void lose(String queue, int messages) {
		try (Wire owner = new Wire(queue.substring(0, queue.indexOf('.')))) {
			owner.awaitAtLeast(queue, messages);
			owner.purge(queue);
		}
	}

	/** What is said of targets comes over the same queue. */
	private static void loseReports(int reports) {
		AtomicInteger lost = new AtomicInteger();
		try (Wire task = new Wire("task")) {
			Awaitility.await(reports + " reports").atMost(Duration.ofMinutes(1)).until(() -> {
				task.drain("task.events")
					.stream()
					.map(Wire::read)
					.filter(StepReport.class::isInstance)
					.forEach((report) -> lost.incrementAndGet());
				return lost.get() >= reports;
			});
		}
	}

	private void everybodyGetsEverythingOnceMore(Crowd crowd, String system) throws IOException {
		assertThat(crowd.pages()).noneMatch(PersonPage::isReady);
		this.watchdog.launch();
		this.watchdog.awaitReady();
		crowd.awaitReady();
		Effects effects = this.company.effectsOn(crowd);
		effects.reachedEach(crowd.addresses());
		assertThat(List.of(effects.repeatedMails(), effects.repeatedPosts())).containsOnly(0);
		for (PersonPage page : crowd.pages()) {
			assertThat(page.step(system).attempts()).isEqualTo(1);
			assertThat(this.company.api().rawPage(page.id())).contains("so it was said again");
		}
	}

}
