package dev.onboard.web.slack;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import dev.onboard.delivery.http.StubTarget;
import dev.onboard.delivery.http.StubTarget.Reply;
import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.delivery.ledger.Step;
import dev.onboard.delivery.ledger.Work;
import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.TargetSystem;
import dev.onboard.web.Progress;
import dev.onboard.web.WebDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static dev.onboard.delivery.http.StubTarget.answer;
import static org.assertj.core.api.Assertions.assertThat;

/** The card ends up in the final state, whatever overlaps. */
class CardUpdateIntegrationTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Reply UPDATED = answer(200, "{\"ok\":true}");

	private final Cards cards = new Cards(WebDatabase.client());

	private final Progress progress = new Progress(WebDatabase.client());

	private final Person alice = new Person(UUID.randomUUID(), "alice", "alice@example.com", "Alice", "Ivanova", null,
			null, null);

	private StubTarget slack = StubTarget.answering();

	@AfterEach
	void stop() throws IOException {
		this.slack.close();
	}

	@Test
	void withoutACardThereIsNothingToDo() {
		note(StepResult.ADDED, 1);
		this.cards.trying(this.alice.id(), 0);
		isDoneSilently(way().card().perform(work()));
		assertThat(refresh(1)).isEmpty();
		assertThat(this.slack.requests()).isEmpty();
	}

	@Test
	void whatTheCardWasPostedWithIsNotShownAgain() {
		note(StepResult.ADDED, 1);
		posted("C01", 1);
		isDoneSilently(way().card().perform(work()));
		assertThat(refresh(1)).isEmpty();
		assertThat(this.slack.requests()).isEmpty();
	}

	/** The report found no card yet, and did nothing. */
	@Test
	void whatCameWhileTheCardWasPostedIsShownRightAfter() {
		posted("C01", 0);
		note(StepResult.SKIPPED, 1);
		slackAnswers(UPDATED);
		isDoneSilently(way().card().perform(work()));
		Card card = new Card(this.alice, new Progress.State(1, Map.of(TargetSystem.REDMINE, StepResult.SKIPPED)));
		assertThat(this.slack.requests()).singleElement().satisfies((request) -> {
			assertThat(request.method() + " " + request.path()).isEqualTo("POST /chat.update");
			assertThat(JSON.readTree(request.body()))
				.isEqualTo(JSON.<JsonNode>valueToTree(Map.of("channel", "C01", "ts", "1712345678.000100", "text",
						card.text(), "blocks", card.blocks(), "metadata", card.metadata())));
		});
	}

	@Test
	void whatComesLaterIsShownThenAndEachVersionIsAnEffectOfItsOwn() {
		posted("C01", 0);
		note(StepResult.FAILED, 1);
		Step failed = refresh(1).orElseThrow();
		note(StepResult.ADDED, 2);
		Step added = refresh(2).orElseThrow();
		assertThat(failed.quiet() && added.quiet()).isTrue();
		assertThat(failed.effects().get(0).name()).isEqualTo("slack-card-1");
		assertThat(added.effects().get(0).name()).isEqualTo("slack-card-2");
		slackAnswers(UPDATED, UPDATED);
		perform(refresh(2).orElseThrow());
		perform(refresh(1).orElseThrow());
		assertThat(shown()).containsExactly("✅ Redmine", "✅ Redmine");
	}

	/** The newer update may have been made while this one was on its way. */
	@Test
	void anUpdateThatArrivesLateIsMadeAgain() {
		posted("C01", 0);
		note(StepResult.FAILED, 1);
		slackAnswers((socket, target) -> {
			note(StepResult.ADDED, 2);
			UPDATED.to(socket, target);
		}, UPDATED);
		Step failed = refresh(1).orElseThrow();
		assertThat(perform(failed)).isEqualTo(new Outcome.Waiting("the card changes again", Duration.ZERO));
		isDoneSilently(perform(failed));
		assertThat(shown()).containsExactly("❌ Redmine: needs attention", "✅ Redmine");
	}

	@ParameterizedTest
	@CsvSource({ "message_not_found,its card was removed from the channel",
			"cant_update_message,its card can no longer be changed",
			"edit_window_closed,its card can no longer be changed" })
	void aCardThatIsGoneIsLeftAlone(String word, String detail) {
		posted("C01", 0);
		note(StepResult.ADDED, 1);
		slackAnswers(no(word));
		assertThat(way().card().perform(work())).isEqualTo(new Outcome.Done(detail));
	}

	@ParameterizedTest
	@ValueSource(strings = { "is_archived", "channel_not_found", "not_in_channel" })
	void onlyTheChannelOfTheSettingsCanPauseSlack(String word) {
		posted("C01", 0);
		note(StepResult.ADDED, 1);
		slackAnswers(no(word));
		assertThat(way().card().perform(work())).isInstanceOf(Outcome.Misconfigured.class);
		posted("C00", 0);
		slackAnswers(no(word));
		assertThat(way().card().perform(work()))
			.isEqualTo(new Outcome.Done("its card is in a channel that was given up"));
	}

	@Test
	void aLostAnswerIsMadeAgain() {
		posted("C01", 0);
		note(StepResult.ADDED, 1);
		slackAnswers(StubTarget.reset(), UPDATED);
		assertThat(way().card().perform(work())).isInstanceOf(Outcome.Ambiguous.class);
		isDoneSilently(way().card().perform(work()));
	}

	private void slackAnswers(Reply... replies) {
		this.slack = StubTarget.answering(replies);
	}

	private static Reply no(String word) {
		return answer(200, "{\"ok\":false,\"error\":\"" + word + "\"}");
	}

	private void note(StepResult result, int generation) {
		this.progress.note(new StepReport(TargetSystem.REDMINE, result, this.alice, new Attempt(generation, 1), "",
				Instant.EPOCH, null, List.of()));
	}

	/** As the ledger has it. */
	private void posted(String channel, int version) {
		this.cards.trying(this.alice.id(), version);
		WebDatabase.client().sql("""
				insert into effect (person_id, effect, generation, attempt, state, evidence)
				values (:person, 'slack-post', 1, 1, 'ADDED', :evidence)
				on conflict (person_id, effect) do update set evidence = excluded.evidence
				""").param("person", this.alice.id()).param("evidence", channel + "/1712345678.000100").update();
	}

	private Optional<Step> refresh(int version) {
		return way().announcement().refresh(this.alice.id(), version);
	}

	private Outcome perform(Step refresh) {
		return refresh.effects().get(0).perform(work());
	}

	private Way way() {
		Pace pace = Supplier::get;
		return Way.asCards(new Bot(new SlackApi(this.slack.url(), "xoxb-s3cret"), "C01", pace, pace, pace), this.cards,
				this.progress);
	}

	private Work work() {
		return new Work(this.alice, Attempt.FIRST, false, null, Map.of());
	}

	/** The last line of each update. */
	private List<String> shown() {
		return this.slack.requests()
			.stream()
			.map((request) -> JSON.readTree(request.body()).at("/blocks/1/text/text").asString())
			.map((body) -> body.substring(body.lastIndexOf('\n') + 1))
			.toList();
	}

	private static void isDoneSilently(Outcome outcome) {
		assertThat(outcome).isInstanceOf(Outcome.Done.class);
		assertThat(outcome.detail()).isEmpty();
	}

}
