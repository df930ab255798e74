package dev.onboard.web.slack;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.onboard.delivery.http.Patience;
import dev.onboard.delivery.http.StubTarget;
import dev.onboard.delivery.http.StubTarget.Reply;
import dev.onboard.delivery.http.StubTarget.Request;
import dev.onboard.delivery.ledger.Outcome;
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
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static dev.onboard.delivery.http.StubTarget.answer;
import static org.assertj.core.api.Assertions.assertThat;

/** Exactly one card per person, whatever becomes of answers. */
class CardPostIntegrationTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Reply POSTED = answer(200, "{\"ok\":true,\"channel\":\"C01\",\"ts\":\"1712345678.000100\"}");

	private static final Reply NOTHING = answer(200, "{\"ok\":true,\"messages\":[],\"has_more\":false}");

	private static final Outcome ONCE_MORE = new Outcome.Waiting("looks once more for the card", Duration.ofSeconds(2));

	private static final Outcome DONE = new Outcome.Done("posted to Slack", "C01/1712345678.000100");

	private static final String POST = "POST /chat.postMessage";

	private static final String SEARCH = "GET /conversations.history";

	private final Cards cards = new Cards(WebDatabase.client());

	private final Progress progress = new Progress(WebDatabase.client());

	private final Person alice = new Person(UUID.randomUUID(), "alice", "alice@example.com", "Alice", "R&D", null, null,
			null);

	private StubTarget slack = StubTarget.answering();

	@AfterEach
	void stop() throws IOException {
		this.slack.close();
	}

	@Test
	void postsACardThatShowsWhatIsTrueNow() {
		this.progress.note(new StepReport(TargetSystem.MAIL, StepResult.SKIPPED, this.alice, Attempt.FIRST, "",
				Instant.EPOCH, null, List.of()));
		slackAnswers(POSTED);
		assertThat(perform()).isEqualTo(DONE);
		Card card = new Card(this.alice, new Progress.State(1, Map.of(TargetSystem.MAIL, StepResult.SKIPPED)));
		assertThat(JSON.readTree(this.slack.requests().get(0).body())).isEqualTo(JSON.<JsonNode>valueToTree(
				Map.of("channel", "C01", "text", "Welcome Alice R&amp;D (alice@example.com)", "blocks", card.blocks(),
						"metadata", card.metadata(), "unfurl_links", false, "unfurl_media", false)));
		assertThat(calls()).containsExactly(POST);
	}

	@Test
	void afterALostAnswerTakesTheCardThatIsInTheChannel() {
		slackAnswers(StubTarget.reset(),
				page(false, message("1712345679.5", UUID.randomUUID(), "onboarding"),
						message("1712345678.4", this.alice.id(), "something_else"), "{\"ts\":\"1712345678.3\"}",
						message("1712345678.2", this.alice.id(), "onboarding")));
		assertThat(perform()).isInstanceOf(Outcome.Ambiguous.class);
		assertThat(perform()).isEqualTo(new Outcome.Done("its card is in the channel", "C01/1712345678.2"));
		assertThat(calls()).containsExactly(POST, SEARCH);
	}

	@Test
	void afterALostAnswerPostsAgainOnlyWhenTheChannelHasNone() {
		slackAnswers(answer(200, "{\"ok\":false,\"error\":\"fatal_error\"}"), NOTHING, NOTHING, POSTED);
		assertThat(perform()).isInstanceOf(Outcome.Ambiguous.class);
		assertThat(perform()).isEqualTo(ONCE_MORE);
		assertThat(perform()).isEqualTo(DONE);
		assertThat(calls()).containsExactly(POST, SEARCH, SEARCH, POST);
	}

	/** It was held up on its way, and overtaken by the question whether it is there. */
	@Test
	void takesACardThatArrivesLate() {
		slackAnswers(StubTarget.reset(), NOTHING, page(false, message("1712345678.2", this.alice.id(), "onboarding")));
		perform();
		assertThat(perform()).isEqualTo(ONCE_MORE);
		assertThat(perform()).isEqualTo(new Outcome.Done("its card is in the channel", "C01/1712345678.2"));
		assertThat(calls()).containsExactly(POST, SEARCH, SEARCH);
	}

	/** The process died before it heard anything. */
	@Test
	void asksTheChannelAfterACrash() {
		this.cards.trying(this.alice.id(), 1);
		slackAnswers(page(false, message("1712345678.2", this.alice.id(), "onboarding")));
		assertThat(perform()).isEqualTo(new Outcome.Done("its card is in the channel", "C01/1712345678.2"));
	}

	@Test
	void goesOnWithTheSearchWhereItEndedOnePageAtATime() {
		slackAnswers(StubTarget.reset(),
				page(true, message("1712345679.5", UUID.randomUUID(), "onboarding"),
						message("1712345679.4", UUID.randomUUID(), "onboarding")),
				page(true, message("1712345679.3", UUID.randomUUID(), "onboarding")), NOTHING, NOTHING, POSTED);
		perform();
		for (int i = 0; i < 2; i++) {
			assertThat(perform())
				.isEqualTo(new Outcome.Waiting("looks through the channel for the card", Duration.ZERO));
		}
		assertThat(perform()).isEqualTo(ONCE_MORE);
		assertThat(perform()).isEqualTo(DONE);
		assertThat(calls()).containsExactly(POST, SEARCH, SEARCH, SEARCH, SEARCH, POST);
		assertThat(latest(4)).as("from the beginning").isEqualTo(latest(1));
		assertThat(latest(2)).isEqualTo("1712345679.4");
		assertThat(latest(3)).isEqualTo("1712345679.3");
	}

	@Test
	void looksOnlyWhereTheCardCanBe() {
		slackAnswers(StubTarget.reset(), NOTHING, NOTHING, StubTarget.reset(), NOTHING);
		Instant start = Instant.now();
		for (int i = 0; i < 4; i++) {
			perform();
		}
		Request search = this.slack.requests().get(1);
		assertThat(search.path()).contains("channel=C01&", "&include_all_metadata=true");
		assertThat(seconds(parameter(search, "oldest"))).isCloseTo(start.minusSeconds(300).getEpochSecond(),
				org.assertj.core.data.Offset.offset(10L));
		assertThat(seconds(latest(1))).isCloseTo(start.plusSeconds(300).getEpochSecond(),
				org.assertj.core.data.Offset.offset(10L));
		assertThat(latest(4)).as("a new try is searched from its own end").isGreaterThan(latest(1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ratelimited", "invalid_blocks", "some_new_word" })
	void doesNotSearchForWhatSlackRefused(String word) {
		slackAnswers(answer(200, "{\"ok\":false,\"error\":\"" + word + "\"}"), POSTED);
		perform();
		assertThat(perform()).isEqualTo(DONE);
		assertThat(calls()).containsExactly(POST, POST);
	}

	/** A filter may hide the answer to a post that Slack took. */
	@Test
	void asksTheChannelAfterAnAnswerThatIsNotSlacks() {
		slackAnswers(answer(200, "<html>blocked</html>"), NOTHING, NOTHING, POSTED);
		assertThat(perform()).isInstanceOf(Outcome.Misconfigured.class);
		assertThat(perform()).isEqualTo(ONCE_MORE);
		assertThat(perform()).isEqualTo(DONE);
	}

	@Test
	void doesNotPostWhileTheChannelCannotBeAsked() {
		slackAnswers(StubTarget.reset(), answer(200, "{\"ok\":false,\"error\":\"missing_scope\"}"), answer(500, ""),
				answer(200, "{\"ok\":true,\"messages\":[],\"has_more\":true}"));
		perform();
		assertThat(perform()).isInstanceOf(Outcome.Misconfigured.class);
		assertThat(perform()).isEqualTo(new Outcome.Transient("Slack answered 500"));
		assertThat(perform()).isEqualTo(new Outcome.Transient("Slack shows no messages and says that there are more"));
		assertThat(calls()).containsExactly(POST, SEARCH, SEARCH, SEARCH);
	}

	/** It says nothing of Slack, and nothing of the card. */
	@Test
	void aPageThatIsTooLongToBeReadPausesNobodyAndPostsNothing() {
		slackAnswers(StubTarget.reset(), page(false, "{\"text\":\"" + "x".repeat(1024 * 1024) + "\"}"));
		perform();
		assertThat(perform()).isEqualTo(new Outcome.Transient("Slack answered 200 (more than 1 MiB)"));
		assertThat(calls()).containsExactly(POST, SEARCH);
		assertThat(this.slack.requests().get(1).path()).contains("&limit=25&");
	}

	@Test
	void isInDoubtWhereSlackDoesNotSayWhereTheCardIs() {
		slackAnswers(answer(200, "{\"ok\":true}"), NOTHING, NOTHING, POSTED);
		assertThat(perform()).isInstanceOf(Outcome.Ambiguous.class);
		assertThat(perform()).isEqualTo(ONCE_MORE);
		assertThat(perform()).isEqualTo(DONE);
	}

	@Test
	void nothingIsTriedBeforeItsTurn() {
		slackAnswers(POSTED);
		Outcome waiting = new Outcome.Waiting("not yet", Duration.ofSeconds(1));
		assertThat(perform((call) -> waiting)).isSameAs(waiting);
		assertThat(this.cards.maybePosted(this.alice.id())).isEmpty();
		assertThat(calls()).isEmpty();
	}

	/** Another process may have the lease by then, and be posting. */
	@Test
	void postsNothingOnceItsTimeIsOverAndLooksForTheCardThen() {
		slackAnswers(NOTHING, NOTHING, POSTED);
		Patience over = new Patience(Duration.ZERO);
		assertThat(perform(Supplier::get, over)).isSameAs(Way.TOO_LATE);
		assertThat(calls()).isEmpty();
		assertThat(perform()).isEqualTo(ONCE_MORE);
		assertThat(perform(Supplier::get, over)).isSameAs(Way.TOO_LATE);
		assertThat(calls()).containsExactly(SEARCH, SEARCH);
	}

	private void slackAnswers(Reply... replies) {
		this.slack = StubTarget.answering(replies);
	}

	private Outcome perform() {
		return perform(Supplier::get);
	}

	private Outcome perform(Pace pace) {
		return perform(pace, new Patience());
	}

	/** In a process that knows nothing of the earlier ones. */
	private Outcome perform(Pace pace, Patience patience) {
		Bot bot = new Bot(new SlackApi(this.slack.url(), "xoxb-s3cret"), "C01", pace, pace, pace);
		return new CardPost(bot, this.cards, this.progress)
			.perform(new Work(this.alice, Attempt.FIRST, false, null, Map.of()), patience);
	}

	private List<String> calls() {
		return this.slack.requests()
			.stream()
			.map((request) -> request.method() + " " + request.path().replaceAll("\\?.*", ""))
			.toList();
	}

	private String latest(int request) {
		return parameter(this.slack.requests().get(request), "latest");
	}

	private static String parameter(Request request, String name) {
		Matcher parameter = Pattern.compile("[?&]" + name + "=([0-9.]+)").matcher(request.path());
		assertThat(parameter.find()).isTrue();
		return parameter.group(1);
	}

	private static long seconds(String ts) {
		return Long.parseLong(ts.substring(0, ts.indexOf('.')));
	}

	private static Reply page(boolean more, String... messages) {
		return answer(200, "{\"ok\":true,\"messages\":[" + String.join(",", messages) + "],\"has_more\":" + more + "}");
	}

	private static String message(String ts, UUID person, String type) {
		return "{\"ts\":\"" + ts + "\",\"metadata\":{\"event_type\":\"" + type
				+ "\",\"event_payload\":{\"person_id\":\"" + person + "\"}}}";
	}

}
