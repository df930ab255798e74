package dev.onboard.web.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.TargetSystem;
import dev.onboard.events.UserErase;
import dev.onboard.testing.Infrastructure;
import dev.onboard.testing.Sandbox;
import dev.onboard.testing.Wire;
import dev.onboard.web.Progress;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The service with a bot, on the real broker, the real database and the Slack simulator.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE,
		properties = { "SLACK_BOT_TOKEN=xoxb-test-s3cret", "SLACK_CHANNEL=C0CARDS",
				"SLACK_WEBHOOK_URL=http://localhost/unused", "onboard.slack.pace=50ms",
				"onboard.delivery.retry.delays=300ms,700ms", "onboard.delivery.lease=10s" })
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class SlackCardsIntegrationTests {

	private final Sandbox sandbox = Sandbox.shared();

	private final Wire mail = new Wire("mail");

	private final Wire web = new Wire("web");

	private final Wire task = new Wire("task");

	private final Person alice = person("alice");

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Progress progress;

	@DynamicPropertySource
	static void infrastructure(DynamicPropertyRegistry properties) {
		Infrastructure.register(properties);
		properties.add("SLACK_API_URL", () -> Sandbox.shared().slackApiUrl());
	}

	@AfterEach
	void slackIsWellAgain() {
		this.sandbox.behave();
		this.mail.close();
		this.web.close();
		this.task.close();
	}

	/** No Redmine is configured here, which the service itself says. */
	@Test
	void aCardShowsWhatIsTrueAndChangesWithIt() {
		Reports reports = new Reports(this.task, this.alice);
		this.mail.say(mail(this.alice, StepResult.ADDED));
		awaitCard(this.alice, "✅ Mail\n➖ Redmine: left out");
		this.web.say(redmine(this.alice, StepResult.FAILED, 2));
		awaitCard(this.alice, "✅ Mail\n❌ Redmine: needs attention");
		this.web.say(redmine(this.alice, StepResult.ADDED, 3));
		awaitCard(this.alice, "✅ Mail\n✅ Redmine");
		assertThat(cardsOf(this.alice)).hasSize(1);
		assertThat(reports.await(TargetSystem.SLACK, 1)).singleElement()
			.isEqualTo(new StepReport(TargetSystem.SLACK, StepResult.ADDED, this.alice, Attempt.FIRST,
					"posted to Slack", reports.now(TargetSystem.SLACK).get(0).at(), null, List.of()));
	}

	@Test
	void whatWasKnownBeforeTheCardIsInThePostItself() {
		this.web.say(redmine(this.alice, StepResult.FAILED, 2));
		awaitVersion(this.alice, 1);
		this.mail.say(mail(this.alice, StepResult.SKIPPED));
		awaitCard(this.alice, "➖ Mail: left out\n❌ Redmine: needs attention");
		new Reports(this.task, this.alice).await(TargetSystem.SLACK, StepResult.ADDED);
		assertThat(cardsOf(this.alice)).singleElement()
			.satisfies((card) -> assertThat(card.path("edits").asInt(-1)).isZero());
	}

	@Test
	void whatComesWhileTheCardIsBeingPostedIsShownAfterwards() {
		this.sandbox.behaveAs("{\"method\":\"chat.postMessage\",\"delayMillis\":2500,\"times\":1}");
		this.mail.say(mail(this.alice, StepResult.ADDED));
		Awaitility.await().until(() -> cardsOf(this.alice).size() == 1);
		this.web.say(redmine(this.alice, StepResult.ADDED, 2));
		awaitCard(this.alice, "✅ Mail\n✅ Redmine");
	}

	@Test
	void repeatsChangeNothing() {
		this.mail.say(mail(this.alice, StepResult.ADDED));
		awaitCard(this.alice, "✅ Mail\n➖ Redmine: left out");
		this.web.say(redmine(this.alice, StepResult.ADDED, 2));
		awaitCard(this.alice, "✅ Mail\n✅ Redmine");
		int edits = cardsOf(this.alice).get(0).path("edits").asInt(-1);
		for (int i = 0; i < 3; i++) {
			this.mail.say(mail(this.alice, StepResult.ADDED));
			this.web.say(redmine(this.alice, StepResult.ADDED, 2));
			this.web.say(redmine(this.alice, StepResult.FAILED, 1));
		}
		new Reports(this.task, this.alice).await(TargetSystem.SLACK, 4);
		assertThat(cardsOf(this.alice)).singleElement()
			.satisfies((card) -> assertThat(card.path("edits").asInt(-1)).isEqualTo(edits));
	}

	@Test
	void aCardThatSomebodyDeletedIsLeftAlone() {
		this.mail.say(mail(this.alice, StepResult.ADDED));
		awaitCard(this.alice, "✅ Mail\n➖ Redmine: left out");
		String update = "slack-card-" + (this.progress.of(this.alice.id()).version() + 1);
		this.sandbox.forgetCards();
		this.web.say(redmine(this.alice, StepResult.ADDED, 2));
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> this.jdbc.sql("""
				select count(*) from effect where person_id = :person and effect = :update and state = 'ADDED'
				   and detail = 'its card was removed from the channel'
				""").param("person", this.alice.id()).param("update", update).query(Integer.class).single() == 1);
		assertThat(cardsOf(this.alice)).isEmpty();
	}

	@Test
	void nothingOfWhoWasErasedIsLeftHereAndTheirCardStaysAsItIs(CapturedOutput log) {
		this.mail.say(mail(this.alice, StepResult.ADDED));
		awaitCard(this.alice, "✅ Mail\n➖ Redmine: left out");
		Reports reports = new Reports(this.task, this.alice);
		reports.await(TargetSystem.SLACK, StepResult.ADDED);
		assertThat(rowsAbout("slack_card", "progress", "effect")).hasSizeGreaterThan(4);
		this.task.say(new UserErase(this.alice.id(), Attempt.FIRST));
		Awaitility.await().until(() -> !rowsAbout("erased").isEmpty());
		assertThat(rowsAbout("slack_card", "progress")).isEmpty();
		assertThat(rowsAbout("effect")).isNotEmpty()
			.noneMatch((row) -> row.contains("C0CARDS") || row.contains("posted"));
		this.mail.say(mail(this.alice, StepResult.ADDED));
		this.web.say(redmine(this.alice, StepResult.FAILED, 2));
		for (String type : List.of("user.mail.added", "user.redmine.failed")) {
			Awaitility.await().until(() -> log.getAll().contains("Dropping " + type));
		}
		assertThat(rowsAbout("slack_card", "progress")).isEmpty();
		assertThat(cardsOf(this.alice)).singleElement()
			.satisfies((card) -> assertThat(card.toString()).contains("Redmine: left out"));
	}

	private List<String> rowsAbout(String... tables) {
		return Stream.of(tables)
			.flatMap((table) -> this.jdbc.sql("select r::text from " + table + " r where person_id = :person")
				.param("person", this.alice.id())
				.query(String.class)
				.list()
				.stream())
			.toList();
	}

	/** Every fifth call is carried out without an answer. */
	@Test
	void lostAnswersDoubleNoCardAndLeaveNoneBehind() {
		this.sandbox.behaveAs("{\"method\":\"chat.postMessage\",\"losePercent\":20}");
		this.sandbox.behaveAs("{\"method\":\"chat.update\",\"losePercent\":20}");
		List<Person> people = IntStream.range(0, 60).mapToObj((i) -> person("p" + i)).toList();
		people.forEach((person) -> {
			this.mail.say(mail(person, StepResult.ADDED));
			this.web.say(redmine(person, StepResult.FAILED, 2));
		});
		people.forEach((person) -> this.web.say(redmine(person, StepResult.ADDED, 3)));
		Awaitility.await()
			.atMost(Duration.ofMinutes(2))
			.untilAsserted(() -> assertThat(people)
				.allSatisfy((person) -> assertThat(body(person)).isEqualTo(person.address() + "\n✅ Mail\n✅ Redmine")));
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> this.jdbc.sql("""
				select count(*) from effect
				 where person_id in (:people) and effect like 'slack%' and state <> 'ADDED'
				""").param("people", people.stream().map(Person::id).toList()).query(Integer.class).single() == 0);
		assertThat(people).allSatisfy((person) -> assertThat(cardsOf(person)).hasSize(1));
	}

	private void awaitCard(Person person, String lines) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(body(person)).isEqualTo(person.address() + "\n" + lines));
	}

	private void awaitVersion(Person person, int version) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.progress.of(person.id()).version() == version);
	}

	/** Of the first card. */
	private String body(Person person) {
		List<JsonNode> cards = cardsOf(person);
		return cards.isEmpty() ? "" : cards.get(0).at("/blocks/1/text/text").asString();
	}

	private List<JsonNode> cardsOf(Person person) {
		return this.sandbox.cards()
			.valueStream()
			.filter((card) -> card.at("/metadata/event_payload/person_id").asString("").equals(person.id().toString()))
			.toList();
	}

	private static StepReport mail(Person person, StepResult result) {
		return new StepReport(TargetSystem.MAIL, result, person, new Attempt(1, 2), "", Instant.EPOCH, null, List.of());
	}

	private static StepReport redmine(Person person, StepResult result, int generation) {
		return new StepReport(TargetSystem.REDMINE, result, person, new Attempt(generation, 1), "", Instant.EPOCH, null,
				List.of());
	}

	private static Person person(String login) {
		return new Person(UUID.randomUUID(), login, login + "@example.com", "Алиса", "<!channel>", null, null, null);
	}

}
