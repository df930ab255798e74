package dev.onboard.events;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EventJsonTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Person ALICE = new Person(UUID.fromString("3f2b8c1e-5f0a-4a7e-9d55-0d6a4c6f2a11"), "alice",
			"alice@example.com", "Алиса", "李", "alice@home.example", "developer", "ru");

	static Stream<Event> events() {
		return Stream.of(new UserCreate(ALICE, Attempt.FIRST), new UserErase(ALICE.id(), Attempt.FIRST),
				new StepRetry(TargetSystem.MAIL, ALICE, new Attempt(2, 3),
						new Instruction(Decision.MARK_DONE, "Bob made the mailbox by hand")),
				new StepRefresh(TargetSystem.SLACK, ALICE, new Attempt(2, 1)),
				new ActivationOrder(ActivationOrder.Action.ISSUE, ALICE, new Attempt(2, 1),
						"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
						Instant.parse("2026-11-30T09:30:00Z")),
				new ActivationOrder(ActivationOrder.Action.REVOKE, ALICE, new Attempt(3, 1), null, null),
				new ActivationReport(ActivationReport.State.SENT, ALICE, Attempt.FIRST, "sent to alice@home.example",
						Instant.parse("2026-11-23T09:30:00Z"), Instant.parse("2026-11-30T09:30:00Z")),
				new TargetReport(TargetSystem.SLACK, TargetReport.News.PAUSED, true,
						"Slack refuses the webhook, 404 (no_service); check SLACK_WEBHOOK_URL",
						Instant.parse("2026-11-23T09:30:00Z"), null, 12, 0, Instant.parse("2026-11-23T09:29:00Z"),
						Instant.parse("2026-11-23T09:30:01Z")),
				new TargetResume(TargetSystem.SLACK, Instant.parse("2026-11-23T09:35:00Z")),
				new StepReport(TargetSystem.MAIL, StepResult.FAILED, ALICE, Attempt.FIRST,
						"the mailbox alice@example.com exists already and is not ours",
						Instant.parse("2026-11-23T09:30:00Z"), null,
						List.of(new Choice(Decision.RENAME, "alice2"), Choice.of(Decision.ADOPT))),
				report(TargetSystem.MAIL, StepResult.ADDED, Attempt.FIRST,
						"mailbox alice@example.com created; welcome mail accepted by the mail server", null),
				report(TargetSystem.MAIL, StepResult.RETRYING, new Attempt(1, 2), "The mail server cannot be reached",
						"2026-11-23T09:30:30Z"),
				report(TargetSystem.SLACK, StepResult.FAILED, Attempt.FIRST, "Slack refuses the post: invalid_payload",
						null),
				report(TargetSystem.REDMINE, StepResult.SKIPPED, Attempt.FIRST, "no Redmine is configured", null));
	}

	private static StepReport report(TargetSystem system, StepResult result, Attempt attempt, String detail,
			@Nullable String next) {
		return new StepReport(system, result, ALICE, attempt, detail, Instant.parse("2026-11-23T09:30:00Z"),
				(next != null) ? Instant.parse(next) : null, List.of());
	}

	@ParameterizedTest
	@MethodSource("events")
	void writesAndReadsWhatTheGoldenFileSays(Event event) throws IOException {
		byte[] golden = golden(event.type());
		assertThat(JSON.readTree(EventJson.write(event))).isEqualTo(JSON.readTree(golden));
		assertThat(EventJson.read(event.type(), golden)).isEqualTo(event);
	}

	@Test
	void ignoresFieldsOfANewerService() throws IOException {
		String newer = new String(golden("user.create"), StandardCharsets.UTF_8).replaceFirst("\\{",
				"{\"startsOn\":\"2026-12-01\",");
		assertThat(EventJson.read("user.create", newer.getBytes(StandardCharsets.UTF_8)))
			.isEqualTo(new UserCreate(ALICE, Attempt.FIRST));
	}

	@Test
	void readsWhatAnOlderServiceHasSaid() {
		String person = """
				"person":{"id":"3f2b8c1e-5f0a-4a7e-9d55-0d6a4c6f2a11","login":"alice","address":"alice@example.com",
				"firstName":"Алиса","lastName":"李","contactEmail":null},"attempt":{"generation":1,"number":2}""";
		Person alice = new Person(ALICE.id(), "alice", "alice@example.com", "Алиса", "李", null, null, null);
		assertThat(read("user.mail.retry", "{\"system\":\"mail\"," + person + "}"))
			.isEqualTo(new StepRetry(TargetSystem.MAIL, alice, new Attempt(1, 2), null));
		assertThat(read("user.mail.failed",
				"{\"system\":\"mail\",\"result\":\"failed\",\"detail\":\"no\",\"at\":\"2026-11-23T09:30:00Z\"," + person
						+ "}"))
			.isEqualTo(new StepReport(TargetSystem.MAIL, StepResult.FAILED, alice, new Attempt(1, 2), "no",
					Instant.parse("2026-11-23T09:30:00Z"), null, List.of()));
	}

	@Test
	void aLinksHashBelongsToAnIssueAndToNothingElse() {
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(
				() -> new ActivationOrder(ActivationOrder.Action.ISSUE, ALICE, Attempt.FIRST, null, Instant.EPOCH));
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(
				() -> new ActivationOrder(ActivationOrder.Action.SEND, ALICE, Attempt.FIRST, "hash", Instant.EPOCH));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			user.create         | hello                                     | cannot be read
			user.create         | {"person":                                | cannot be read
			user.create         | null                                      | is null
			user.create         | []                                        | cannot be read
			user.create         | {}                                        | person is missing
			user.create         | {"person":5,"attempt":5}                  | cannot be read
			user.create         | {"person":{"id":"x"},"attempt":{}}        | cannot be read
			user.created        | {}                                        | unknown message type
			user.jira.added     | {}                                        | unknown message type
			''                  | {}                                        | unknown message type
			""")
	void saysWhyItCannotRead(String type, String body, String reason) {
		assertThatExceptionOfType(UnreadableEventException.class)
			.isThrownBy(() -> EventJson.read(type, body.getBytes(StandardCharsets.UTF_8)))
			.withMessageContaining(reason);
	}

	@ParameterizedTest
	@CsvSource({ "user.mail.failed,user.mail.added", "user.slack.added,user.mail.added",
			"user.slack.retry,user.mail.retry" })
	void refusesATypeThatTheBodyContradicts(String type, String golden) {
		assertThatExceptionOfType(UnreadableEventException.class).isThrownBy(() -> EventJson.read(type, golden(golden)))
			.withMessageContaining("the body says " + golden);
	}

	@Test
	void refusesANestingThatWouldOverflowTheStack() {
		byte[] deep = ("{\"person\":" + "[".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
		assertThatExceptionOfType(UnreadableEventException.class).isThrownBy(() -> EventJson.read("user.create", deep));
	}

	@Test
	void refusesAttemptsThatDoNotCountFromOne() {
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new Attempt(0, 1));
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new Attempt(1, 0));
	}

	private static Event read(String type, String body) {
		return EventJson.read(type, body.getBytes(StandardCharsets.UTF_8));
	}

	private static byte[] golden(String type) throws IOException {
		try (InputStream file = EventJsonTests.class.getResourceAsStream("/events/" + type + ".json")) {
			assertThat(file).as("golden file of " + type).isNotNull();
			return file.readAllBytes();
		}
	}

}
