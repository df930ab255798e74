package dev.onboard.web.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.rabbitmq.client.GetResponse;
import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.StepRetry;
import dev.onboard.events.TargetSystem;
import dev.onboard.testing.Infrastructure;
import dev.onboard.testing.Sandbox;
import dev.onboard.testing.Wire;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** The service on the real broker, the real database and the Slack simulator. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE,
		properties = { "onboard.delivery.retry.delays=300ms,700ms", "onboard.delivery.lease=3s",
				"onboard.delivery.circuit.probe-delays=300ms" })
@DirtiesContext
class WebOrdersIntegrationTests {

	private final Sandbox sandbox = Sandbox.shared();

	private final Wire mail = new Wire("mail");

	private final Wire task = new Wire("task");

	private final Person alice = person();

	private final StepReport addedToMail = report(TargetSystem.MAIL, StepResult.ADDED, new Attempt(2, 3), "mailbox",
			Instant.EPOCH, null);

	private final Reports reports = new Reports(this.task, this.alice);

	@DynamicPropertySource
	static void infrastructure(DynamicPropertyRegistry properties) {
		Infrastructure.register(properties);
		properties.add("SLACK_WEBHOOK_URL", () -> Sandbox.shared().url() + "/services/T0/B0/test");
	}

	@AfterEach
	void slackIsWellAgain() {
		this.sandbox.behave();
		this.mail.close();
		this.task.close();
	}

	@Test
	void postsToSlackAndSkipsRedmineAndSaysSo() {
		this.mail.say(this.addedToMail);
		StepReport slack = this.reports.await(TargetSystem.SLACK, 1).get(0);
		StepReport redmine = this.reports.await(TargetSystem.REDMINE, 1).get(0);
		assertThat(slack).isEqualTo(
				report(TargetSystem.SLACK, StepResult.ADDED, Attempt.FIRST, "posted to Slack", slack.at(), null));
		assertThat(redmine).isEqualTo(report(TargetSystem.REDMINE, StepResult.SKIPPED, Attempt.FIRST,
				"no Redmine is configured; set REDMINE_URL and REDMINE_API_KEY, or start the Compose profile redmine,"
						+ " then try again",
				redmine.at(), null));
		assertThat(posts()).containsExactly(":wave: Welcome *Алиса &lt;!channel&gt;*! Mail: " + this.alice.address());
	}

	@Test
	void aWebhooksMessageStaysAsItIs() {
		this.task.drain("task.parked");
		this.mail.say(this.addedToMail);
		this.reports.await(TargetSystem.SLACK, StepResult.ADDED);
		try (Wire web = new Wire("web")) {
			web.say(report(TargetSystem.REDMINE, StepResult.ADDED, new Attempt(2, 1), "account", Instant.EPOCH, null));
		}
		this.mail.say(this.addedToMail);
		this.reports.await(TargetSystem.SLACK, 2);
		assertThat(posts()).hasSize(1);
		assertThat(this.task.drain("task.parked")).isEmpty();
	}

	@Test
	void postsOnceForARepeatedEvent() {
		for (int i = 0; i < 3; i++) {
			this.mail.say(this.addedToMail);
		}
		assertThat(this.reports.await(TargetSystem.SLACK, 3)).extracting(StepReport::result)
			.containsOnly(StepResult.ADDED);
		assertThat(this.reports.await(TargetSystem.REDMINE, 3)).extracting(StepReport::result)
			.containsOnly(StepResult.SKIPPED);
		assertThat(posts()).hasSize(1);
	}

	@Test
	void triesAgainByItselfWhileSlackFailsAndPostsOnce() {
		this.sandbox.behaveAs("{\"status\":500,\"times\":2}");
		this.mail.say(this.addedToMail);
		this.reports.await(TargetSystem.SLACK, StepResult.ADDED);
		assertThat(this.reports.now(TargetSystem.SLACK))
			.extracting(StepReport::result, StepReport::attempt, StepReport::detail)
			.containsExactly(tuple(StepResult.RETRYING, new Attempt(1, 1), "Slack answered 500 (rollup_error)"),
					tuple(StepResult.RETRYING, new Attempt(1, 2), "Slack answered 500 (rollup_error)"),
					tuple(StepResult.ADDED, new Attempt(1, 3),
							"posted to Slack (an earlier try ended without an answer)"));
		assertThat(this.reports.now(TargetSystem.SLACK)).extracting(Reports::wait)
			.containsExactly(Duration.ofMillis(300), Duration.ofMillis(700), null);
		assertThat(posts()).hasSize(1);
	}

	@Test
	void waitsExactlyAsLongAsSlackAsks() {
		this.sandbox.behaveAs("{\"status\":429,\"retryAfterSeconds\":2,\"times\":1}");
		Instant start = Instant.now();
		this.mail.say(this.addedToMail);
		StepReport added = this.reports.await(TargetSystem.SLACK, StepResult.ADDED);
		assertThat(added.attempt()).isEqualTo(Attempt.FIRST);
		assertThat(added.at()).isAfterOrEqualTo(start.plusSeconds(2));
		assertThat(this.reports.now(TargetSystem.SLACK)).hasSize(1);
		assertThat(posts()).hasSize(1);
	}

	@Test
	void aRevokedWebhookBurnsNobodysAttempts() {
		this.sandbox.behaveAs("{\"status\":404,\"body\":\"no_service\",\"times\":3}");
		this.mail.say(this.addedToMail);
		assertThat(this.reports.await(TargetSystem.SLACK, StepResult.ADDED).attempt()).isEqualTo(Attempt.FIRST);
		assertThat(this.reports.now(TargetSystem.SLACK)).hasSize(1);
		assertThat(posts()).hasSize(1);
	}

	@Test
	void postsAgainOnlyForTheAnswerThatWasLost() {
		this.sandbox.behaveAs("{\"status\":500,\"recordAnyway\":true,\"times\":1}");
		this.mail.say(this.addedToMail);
		assertThat(this.reports.await(TargetSystem.SLACK, StepResult.ADDED).attempt()).isEqualTo(new Attempt(1, 2));
		assertThat(posts()).hasSize(2);
	}

	@Test
	void slackThatHangsDoesNotDelayRedmine() {
		this.sandbox.behaveAs("{\"hang\":true}");
		this.mail.say(this.addedToMail);
		this.reports.await(TargetSystem.REDMINE, StepResult.SKIPPED);
		assertThat(this.reports.now(TargetSystem.SLACK)).isEmpty();
		this.sandbox.behave();
		this.reports.await(TargetSystem.SLACK, StepResult.ADDED);
		assertThat(posts()).hasSize(1);
	}

	@Test
	void aRefusalFailsAndARetryByHandGoesOn() {
		this.sandbox.behaveAs("{\"status\":400,\"times\":1}");
		this.mail.say(this.addedToMail);
		assertThat(this.reports.await(TargetSystem.SLACK, StepResult.FAILED).detail())
			.isEqualTo("Slack refuses the post (invalid_payload)");
		this.task.say(new StepRetry(TargetSystem.SLACK, this.alice, new Attempt(2, 1), null));
		assertThat(this.reports.await(TargetSystem.SLACK, StepResult.ADDED).attempt()).isEqualTo(new Attempt(2, 1));
		assertThat(posts()).hasSize(1);
	}

	@Test
	void parksAnOrderOfAnotherKindAndMovesOn() {
		this.task.drain("task.parked");
		StepReport failed = report(TargetSystem.MAIL, StepResult.FAILED, Attempt.FIRST, "no", Instant.EPOCH, null);
		List.of("web.redmine", "web.slack").forEach((queue) -> this.task.repeat(queue, failed));
		this.mail.say(this.addedToMail);
		List<GetResponse> parked = List.of(this.task.take("task.parked"), this.task.take("task.parked"));
		assertThat(parked)
			.extracting((message) -> String.valueOf(message.getProps().getHeaders().get("x-parked-reason")))
			.containsExactlyInAnyOrder("web.redmine does not take user.mail.failed",
					"web.slack does not take user.mail.failed");
		this.reports.await(TargetSystem.REDMINE, StepResult.SKIPPED);
		this.reports.await(TargetSystem.SLACK, StepResult.ADDED);
	}

	/** The texts that name Alice. */
	private List<String> posts() {
		return this.sandbox.messages()
			.valueStream()
			.map((message) -> message.get("text").asString())
			.filter((text) -> text.contains(this.alice.address()))
			.toList();
	}

	private StepReport report(TargetSystem system, StepResult result, Attempt attempt, String detail, Instant at,
			@Nullable Instant next) {
		return new StepReport(system, result, this.alice, attempt, detail, at, next, List.of());
	}

	private static Person person() {
		UUID id = UUID.randomUUID();
		return new Person(id, "alice." + id, "alice." + id + "@example.com", "Алиса", "<!channel>", null, null, null);
	}

}
