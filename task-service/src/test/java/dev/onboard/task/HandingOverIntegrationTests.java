package dev.onboard.task;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import dev.onboard.events.ActivationOrder;
import dev.onboard.events.ActivationReport;
import dev.onboard.events.ActivationReport.State;
import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import dev.onboard.events.StepResult;
import dev.onboard.events.TargetSystem;
import dev.onboard.task.activation.FollowingActivation;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@TaskServiceTest
@ExtendWith(OutputCaptureExtension.class)
class HandingOverIntegrationTests {

	private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

	private final Api api;

	private final FollowingSteps steps;

	private final FollowingActivation following;

	private final JdbcClient jdbc;

	private final Ears ears;

	private UUID id = new UUID(0, 0);

	private Person known = Somebody.known(this.id, Somebody.fresh());

	HandingOverIntegrationTests(@Autowired Api api, @Autowired FollowingSteps steps,
			@Autowired FollowingActivation following, @Autowired JdbcClient jdbc) {
		this.api = api;
		this.steps = steps;
		this.following = following;
		this.jdbc = jdbc;
		this.ears = new Ears(jdbc);
	}

	@BeforeEach
	void givePersonAMailbox() {
		NewPerson alice = Somebody.fresh();
		this.id = this.api.accepted(alice).id();
		this.known = Somebody.known(this.id, alice);
		this.steps.follow(Reported.of(TargetSystem.MAIL, StepResult.ADDED, this.known, 1));
		assertThat(this.ears.hear(this.id)).hasSize(1);
	}

	@AfterEach
	void close() {
		this.ears.close();
	}

	@Test
	void showsALinkOnceAndTellsTheMailServiceOnlyItsHash(CapturedOutput log) throws Exception {
		Answer answer = this.api.send("POST", path(""), "").expect(202);
		assertThat(answer.header("cache-control")).isEqualTo("no-store");
		assertThat(answer.json().propertyNames()).containsExactly("link", "expiresAt");
		String link = answer.json().get("link").stringValue();
		assertThat(link).matches("http://127\\.0\\.0\\.1:8081/activate/[A-Za-z0-9_-]{43}");
		String secret = link.substring(link.lastIndexOf('/') + 1);
		Instant expiresAt = Instant.parse(answer.json().get("expiresAt").stringValue());
		assertThat(expiresAt).isCloseTo(Instant.now().plus(Duration.ofDays(7)), within(1, ChronoUnit.MINUTES));
		String hash = HexFormat.of()
			.formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII)));
		assertThat(this.ears.hear(this.id)).containsExactly(
				new ActivationOrder(ActivationOrder.Action.ISSUE, this.known, new Attempt(2, 1), hash, expiresAt));
		assertThat(this.api.page(this.id).toString()).doesNotContain(secret).contains("a link was made");
		assertThat(rowsWith(secret)).isEmpty();
		assertThat(log).doesNotContain(secret);
	}

	@Test
	void makesAnotherLinkEachTimeWithAHigherNumber() {
		List<String> links = Stream.generate(() -> this.api.send("POST", path(""), "").expect(202))
			.limit(3)
			.map((answer) -> answer.json().get("link").stringValue())
			.toList();
		assertThat(links).doesNotHaveDuplicates();
		assertThat(this.ears.hear(this.id)).extracting((event) -> ((ActivationOrder) event).attempt())
			.containsExactly(new Attempt(2, 1), new Attempt(3, 1), new Attempt(4, 1));
	}

	@Test
	void hasALinkMailedAndRevoked() {
		this.api.send("POST", path("/mail"), "").expect(202);
		JsonNode page = this.api.send("DELETE", path(""), "").expect(202).json();
		assertThat(page).isEqualTo(this.api.page(this.id));
		assertThat(this.ears.hear(this.id)).containsExactly(
				new ActivationOrder(ActivationOrder.Action.SEND, this.known, new Attempt(2, 1), null, null),
				new ActivationOrder(ActivationOrder.Action.REVOKE, this.known, new Attempt(3, 1), null, null));
		assertThat(page.get("history").valueStream().map((line) -> line.get("what").stringValue()))
			.contains("activation-send", "activation-revoke");
	}

	@Test
	void mailsNoLinkToNowhere() {
		this.api.patch(this.id, "{\"contactEmail\":null}").expect(200);
		this.ears.hear(this.id);
		assertThat(this.api.send("POST", path("/mail"), "").problem(409).get("detail").stringValue())
			.contains("PATCH /users/" + this.id);
		assertThat(this.ears.hear(this.id)).isEmpty();
		this.api.send("POST", path(""), "").expect(202);
	}

	@Test
	void answersOnceTheLinkWorks() throws Exception {
		CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> this.api.send("POST", path(""), ""));
		assertThat(Awaitility.await().until(() -> this.ears.hear(this.id), (said) -> !said.isEmpty())).hasSize(1);
		report(State.SENT, 1, 1, NOON, null);
		assertThat(answer).as("another link").isNotDone();
		report(State.ISSUED, 2, 1, NOON, null);
		answer.get().expect(201);
	}

	@Test
	void showsTheLinkAlsoWhereTheDatabaseHangsOnceItIsMade(@Autowired TransactionTemplate transaction) {
		CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> this.api.send("POST", path(""), ""));
		assertThat(Awaitility.await().until(() -> this.ears.hear(this.id), (said) -> !said.isEmpty())).hasSize(1);
		transaction.executeWithoutResult((tx) -> {
			this.jdbc.sql("lock table activation in access exclusive mode").update();
			assertThat(answer.join().expect(202).json().get("link").stringValue()).contains("/activate/");
		});
	}

	@Test
	void aLinkThatWasMailedFollowsToAnotherContactAddress() {
		report(State.SENT, 1, 1, NOON, null);
		for (int i = 0; i < 2; i++) {
			this.api.patch(this.id, "{\"contactEmail\":\"new@home.example\"}").expect(200);
		}
		Person moved = this.known.reachedAt("new@home.example");
		assertThat(this.ears.hear(this.id)).filteredOn(ActivationOrder.class::isInstance)
			.containsExactly(order(ActivationOrder.Action.REVOKE, moved, 2),
					order(ActivationOrder.Action.SEND, moved, 3));
		report(State.FAILED, 3, 1, NOON, null);
		this.api.patch(this.id, "{\"contactEmail\":null}").expect(200);
		this.api.patch(this.id, "{\"contactEmail\":\"last@home.example\"}").expect(200);
		assertThat(this.ears.hear(this.id)).filteredOn(ActivationOrder.class::isInstance)
			.containsExactly(order(ActivationOrder.Action.REVOKE, this.known.reachedAt(null), 4),
					order(ActivationOrder.Action.SEND, this.known.reachedAt("last@home.example"), 5));
	}

	@ParameterizedTest
	@EnumSource(names = { "USED", "ISSUED", "REVOKED" })
	void aLinkThatIsNotOutByMailStaysAsItIs(State state) {
		if (state == State.USED) {
			report(State.USED, 1, 1, NOON, null);
		}
		else {
			this.api.send((state == State.ISSUED) ? "POST" : "DELETE", path(""), "");
		}
		this.ears.hear(this.id);
		this.api.patch(this.id, "{\"contactEmail\":\"new@home.example\"}").expect(200);
		assertThat(this.ears.hear(this.id)).noneMatch(ActivationOrder.class::isInstance);
	}

	/** The contact address was changed before the mail-service's report was heard. */
	@Test
	void aLinkThatWentToTheAddressOfBeforeFollows() {
		NewPerson bob = Somebody.fresh();
		UUID newcomer = this.api.accepted(bob).id();
		this.api.patch(newcomer, "{\"contactEmail\":\"new@home.example\"}").expect(200);
		this.ears.hear(newcomer);
		this.steps.follow(Reported.of(TargetSystem.MAIL, StepResult.ADDED, Somebody.known(newcomer, bob), 2));
		Person moved = Somebody.known(newcomer, bob).reachedAt("new@home.example");
		assertThat(this.ears.hear(newcomer)).filteredOn(ActivationOrder.class::isInstance)
			.containsExactly(order(ActivationOrder.Action.REVOKE, moved, 2),
					order(ActivationOrder.Action.SEND, moved, 3));
	}

	@Test
	void revokesALinkThatIsOutWhateverTheMailStepSays() {
		NewPerson bob = Somebody.fresh();
		UUID newcomer = this.api.accepted(bob).id();
		Person known = Somebody.known(newcomer, bob);
		this.following.follow(new ActivationReport(State.SENT, known, Attempt.FIRST, "sent", NOON, null));
		this.ears.hear(newcomer);
		this.api.send("DELETE", "/users/" + newcomer + "/activation-link", "").expect(202);
		assertThat(this.ears.hear(newcomer)).containsExactly(order(ActivationOrder.Action.REVOKE, known, 2));
	}

	@ParameterizedTest
	@CsvSource({ "POST, ''", "POST, /mail", "DELETE, ''" })
	void handsOverNothingBeforeThereIsAMailbox(String method, String path) {
		UUID newcomer = this.api.accepted(Somebody.fresh()).id();
		String detail = this.api.send(method, "/users/" + newcomer + "/activation-link" + path, "")
			.problem(409)
			.get("detail")
			.stringValue();
		assertThat(detail).contains("the mail step is PENDING");
		this.api.send(method, "/users/" + UUID.randomUUID() + "/activation-link" + path, "").problem(404);
		this.api.send(method, "/users/alice/activation-link" + path, "").problem(400);
	}

	@ParameterizedTest
	@EnumSource
	void showsWhatBecameOfTheLink(State state) {
		assertThat(this.api.page(this.id).has("activation")).isFalse();
		Instant expiresAt = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
		report(state, 2, 1, NOON, expiresAt);
		JsonNode activation = this.api.page(this.id).get("activation");
		assertThat(activation.propertyNames()).containsExactly("state", "detail", "at", "expiresAt");
		assertThat(activation.get("state").stringValue()).isEqualTo(state.name());
		assertThat(activation.get("detail").stringValue()).isEqualTo("as said at " + NOON);
		assertThat(activation.get("at").stringValue()).isEqualTo(NOON.toString());
		assertThat(activation.get("expiresAt").stringValue()).isEqualTo(expiresAt.toString());
		assertThat(lines("activation-" + state.wireName())).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "SENT, EXPIRED", "ISSUED, EXPIRED", "USED, USED", "REVOKED, REVOKED", "FAILED, FAILED" })
	void showsThatALinkHasExpired(State state, String shown) {
		report(state, 2, 1, NOON, Instant.now().minusSeconds(1));
		assertThat(state()).isEqualTo(shown);
	}

	@Test
	void takesOnlyNews() {
		report(State.SENT, 1, 2, NOON, null);
		report(State.FAILED, 1, 1, NOON.minusSeconds(5), null);
		report(State.SENT, 1, 2, NOON, null);
		assertThat(state()).isEqualTo("SENT");
		report(State.USED, 1, 1, NOON.minusSeconds(9), null);
		report(State.SENT, 1, 3, NOON.plusSeconds(9), null);
		assertThat(state()).as("final").isEqualTo("USED");
		report(State.ISSUED, 2, 1, NOON.minusSeconds(20), null);
		report(State.REVOKED, 1, 9, NOON.plusSeconds(99), null);
		assertThat(state()).as("a newer link").isEqualTo("ISSUED");
		assertThat(List.of(lines("activation-sent"), lines("activation-failed"), lines("activation-used"),
				lines("activation-issued"), lines("activation-revoked")))
			.containsExactly(1L, 0L, 1L, 1L, 0L);
	}

	private static ActivationOrder order(ActivationOrder.Action action, Person person, int issue) {
		return new ActivationOrder(action, person, new Attempt(issue, 1), null, null);
	}

	private void report(State state, int issue, int attempt, Instant at, @Nullable Instant expiresAt) {
		this.following.follow(new ActivationReport(state, this.known, new Attempt(issue, attempt), "as said at " + at,
				at, expiresAt));
	}

	private String state() {
		return this.api.page(this.id).at("/activation/state").stringValue();
	}

	private long lines(String what) {
		return this.api.page(this.id)
			.get("history")
			.valueStream()
			.filter((line) -> line.get("what").stringValue().equals(what))
			.count();
	}

	private String path(String rest) {
		return "/users/" + this.id + "/activation-link" + rest;
	}

	private List<String> rowsWith(String secret) {
		return Stream.of("person", "step", "login", "history", "activation", "idempotency_key", "outbox", "effect")
			.flatMap((table) -> this.jdbc
				.sql("select r::text || convert_from(coalesce((to_jsonb(r) ->> 'body')::bytea, ''), 'UTF8') from "
						+ table + " r")
				.query(String.class)
				.list()
				.stream())
			.filter((row) -> row.contains(secret))
			.toList();
	}

}
