package dev.onboard.story;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Slack shows one living card per person, whatever is lost on the way. */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class CardStoryTests {

	private static final int PEOPLE = 500;

	private static final int KILLS = 10;

	private final Company company = Company.open();

	private final Service bot = this.company.bot();

	@Test
	void everyFifthAnswerIsLostAndTheWebServiceIsKilledTenTimes() throws IOException {
		this.company.web().stop();
		for (String method : List.of("chat.postMessage", "chat.update")) {
			this.company.sandbox().behaveAs("{\"method\":\"" + method + "\",\"losePercent\":20}");
		}
		try {
			this.bot.launch();
			Crowd crowd = this.company.crowd("cards", PEOPLE);
			for (int kill = 1; kill <= KILLS; kill++) {
				crowd.await(kill * PEOPLE / (KILLS + 1), (page) -> page.step("slack").isDone());
				this.bot.kill();
				this.bot.launch();
			}
			crowd.awaitReady(Duration.ofMinutes(5));
			eachHasOneCardInItsFinalState(crowd);
			this.company.awaitNothingWaiting();
		}
		finally {
			this.bot.stop();
		}
	}

	private void eachHasOneCardInItsFinalState(Crowd crowd) throws IOException {
		List<String> people = crowd.pages().stream().map((page) -> page.id().toString()).toList();
		Awaitility.await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
			Map<String, JsonNode> cards = cards(people);
			assertThat(cards).hasSize(PEOPLE);
			assertThat(cards.values())
				.allSatisfy((card) -> assertThat(card.toString()).doesNotContain("hourglass", "⏳"));
		});
	}

	/** By person; two for one person are too many. */
	private Map<String, JsonNode> cards(List<String> people) {
		Map<String, JsonNode> cards = new HashMap<>();
		this.company.sandbox().cards().forEach((card) -> {
			String person = card.at("/metadata/event_payload/person_id").asString("");
			if (people.contains(person)) {
				assertThat(cards.put(person, card)).as("a second card of " + person).isNull();
			}
		});
		return cards;
	}

}
