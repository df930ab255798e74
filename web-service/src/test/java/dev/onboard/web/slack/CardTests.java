package dev.onboard.web.slack;

import java.util.Map;
import java.util.UUID;

import dev.onboard.events.Person;
import dev.onboard.events.StepResult;
import dev.onboard.events.TargetSystem;
import dev.onboard.web.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class CardTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final UUID ID = UUID.fromString("6c84fb90-12c4-11e1-840d-7b25c5ee775a");

	@Test
	void showsTheNameTheAddressAndEachSystem() {
		Card card = card("Алиса", "李", Map.of(TargetSystem.MAIL, StepResult.ADDED));
		assertThat(JSON.<JsonNode>valueToTree(card.blocks())).isEqualTo(JSON.readTree("""
				[ { "type": "header", "text": { "type": "plain_text", "text": "Welcome Алиса 李", "emoji": false } },
				  { "type": "section", "text": { "type": "plain_text",
				    "text": "alice@example.com\\n✅ Mail\\n⏳ Redmine", "emoji": false } } ]
				"""));
		assertThat(card.text()).isEqualTo("Welcome Алиса 李 (alice@example.com)");
		assertThat(JSON.<JsonNode>valueToTree(card.metadata())).isEqualTo(JSON.readTree("""
				{ "event_type": "onboarding", "event_payload": { "person_id": "6c84fb90-12c4-11e1-840d-7b25c5ee775a" } }
				"""));
	}

	@ParameterizedTest
	@CsvSource({ "ADDED,✅ Redmine", "SKIPPED,➖ Redmine: left out", "FAILED,❌ Redmine: needs attention" })
	void showsHowAStepEnded(StepResult result, String line) {
		assertThat(body(card("A", "B", Map.of(TargetSystem.REDMINE, result))))
			.isEqualTo("alice@example.com\n⏳ Mail\n" + line);
	}

	@ParameterizedTest
	@CsvSource({ "<!channel>,<@U1>,&lt;!channel&gt; &lt;@U1&gt;", "R&D,O'Neill,R&amp;D O'Neill",
			"&amp;,*b* _i_ :x:,&amp;amp; *b* _i_ :x:" })
	void namesMentionNobody(String firstName, String lastName, String shown) {
		Card card = card(firstName, lastName, Map.of());
		assertThat(header(card)).isEqualTo("Welcome " + shown);
		assertThat(card.text()).startsWith("Welcome " + shown);
	}

	@ParameterizedTest
	@CsvSource({ "a,100,a,100", "&,100,b,100", "李,100,李,41", "😀,50,😀,50", "😀,50,<,50" })
	void aLongNameIsCutBetweenCharacters(String first, int firsts, String last, int lasts) {
		String whole = SlackText.escaped("Welcome " + first.repeat(firsts) + " " + last.repeat(lasts));
		String shown = header(card(first.repeat(firsts), last.repeat(lasts), Map.of()));
		if (whole.length() <= 150) {
			assertThat(shown).isEqualTo(whole);
		}
		else {
			assertThat(shown).hasSizeLessThanOrEqualTo(150).hasSizeGreaterThan(140).endsWith("…");
			String start = shown.substring(0, shown.length() - 1);
			assertThat(whole).startsWith(start);
			assertThat(start).doesNotContainPattern("&[a-z]*$");
			assertThat(Character.isHighSurrogate(start.charAt(start.length() - 1))).isFalse();
		}
	}

	private static String header(Card card) {
		return JSON.<JsonNode>valueToTree(card.blocks()).at("/0/text/text").asString();
	}

	private static String body(Card card) {
		return JSON.<JsonNode>valueToTree(card.blocks()).at("/1/text/text").asString();
	}

	private static Card card(String firstName, String lastName, Map<TargetSystem, StepResult> results) {
		return new Card(new Person(ID, "alice", "alice@example.com", firstName, lastName, null, null, null),
				new Progress.State(results.size(), results));
	}

}
