package dev.onboard.web.messaging;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.TargetSystem;
import dev.onboard.testing.Infrastructure;
import dev.onboard.testing.Wire;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** The service where no webhook is configured. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = "SLACK_WEBHOOK_URL=")
@DirtiesContext
class WithoutSlackIntegrationTests {

	private final Person alice = new Person(UUID.randomUUID(), "alice", "alice@example.com", "Alice", "Ivanova", null,
			null, null);

	@DynamicPropertySource
	static void infrastructure(DynamicPropertyRegistry properties) {
		Infrastructure.register(properties);
	}

	@Test
	void slackIsSkippedWithWordsThatSayHowToSetItUp() {
		try (Wire mail = new Wire("mail"); Wire task = new Wire("task")) {
			mail.say(new StepReport(TargetSystem.MAIL, StepResult.ADDED, this.alice, Attempt.FIRST, "mailbox",
					Instant.EPOCH, null, List.of()));
			StepReport slack = new Reports(task, this.alice).await(TargetSystem.SLACK, 1).get(0);
			assertThat(slack)
				.isEqualTo(new StepReport(TargetSystem.SLACK, StepResult.SKIPPED, this.alice, Attempt.FIRST,
						"no Slack is configured; set SLACK_BOT_TOKEN and SLACK_CHANNEL, or SLACK_WEBHOOK_URL",
						slack.at(), null, List.of()));
		}
	}

}
