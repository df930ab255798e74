package dev.onboard.task.parked;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import com.rabbitmq.client.GetResponse;
import dev.onboard.delivery.ParkedMessage;
import dev.onboard.task.Answer;
import dev.onboard.task.Api;
import dev.onboard.task.Somebody;
import dev.onboard.task.TaskServiceTest;
import dev.onboard.testing.Wire;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@TaskServiceTest
class ParkedMessagesIntegrationTests {

	private static final String REASON = "{\"reason\":\"as agreed\"}";

	private final String body = "hello " + Somebody.token();

	private final Api api;

	private final KeepingParked keeping;

	ParkedMessagesIntegrationTests(@Autowired Api api, @Autowired KeepingParked keeping) {
		this.api = api;
		this.keeping = keeping;
	}

	/** Nobody takes what tests of other kinds have said to the other services. */
	@BeforeEach
	void emptyQueues() {
		for (String queue : List.of("mail.create", "web.redmine", "web.slack", "web.control")) {
			try (Wire owner = ownerOf(queue)) {
				owner.purge(queue);
			}
		}
	}

	@Test
	void showsWhatIsKnownOfAMessage() {
		JsonNode parked = keep(Parkings.of("mail.create", "user.create", this.body));
		assertThat(List.of(parked.get("state"), parked.get("queue"), parked.get("type"), parked.get("reason"),
				parked.get("exception"), parked.get("messageId"), parked.get("body"), parked.at("/history/0/what"),
				parked.at("/history/0/text")))
			.extracting(JsonNode::stringValue)
			.containsExactly("PARKED", "mail.create", "user.create", "nobody can read it", "a.b.CException", "its-id",
					this.body, "parked", "nobody can read it");
		assertThat(parked.get("count").intValue()).isEqualTo(1);
		assertThat(parked.get("bytes").intValue()).isEqualTo(this.body.length());
		assertThat(parked.get("person").isNull()).isTrue();
		assertThat(parked.get("firstAt")).isEqualTo(parked.get("lastAt"));
	}

	@Test
	void aDeliveryThatIsRepeatedChangesNothing() {
		ParkedMessage parking = Parkings.of("mail.create", "user.create", this.body);
		JsonNode parked = keep(parking);
		discard(parked).expect(200);
		this.keeping.keep(parking);
		JsonNode again = get(parked);
		assertThat(again.get("count").intValue()).isEqualTo(1);
		assertThat(again.get("state").stringValue()).isEqualTo("DISCARDED");
	}

	@Test
	void theSameMessageParkedAgainIsTheSameEntry() {
		JsonNode parked = keep(Parkings.of("mail.create", "user.create", this.body));
		replay(parked).expect(202);
		assertThat(keep(Parkings.of("mail.create", "user.create", this.body)).get("id")).isEqualTo(parked.get("id"));
		JsonNode again = get(parked);
		assertThat(again.get("count").intValue()).isEqualTo(2);
		assertThat(again.get("state").stringValue()).isEqualTo("PARKED");
		assertThat(again.get("lastAt").stringValue()).isGreaterThan(again.get("firstAt").stringValue());
		assertThat(again.get("history")).extracting((line) -> line.get("what").stringValue())
			.containsExactly("parked", "replayed", "parked");
		takeFrom("mail.create");
	}

	@ParameterizedTest
	@CsvSource({ "web.redmine, user.create", "mail.create, user.mail.retry", "mail.create, ", ", user.create" })
	void anotherQueueOrTypeIsAnotherMessage(@Nullable String queue, @Nullable String type) {
		JsonNode parked = keep(Parkings.of("mail.create", "user.create", this.body));
		assertThat(keep(Parkings.of(queue, type, this.body)).get("id")).isNotEqualTo(parked.get("id"));
	}

	static List<byte[]> keepsAnyBodyAsItIs() {
		byte[] large = new byte[131_072];
		Arrays.fill(large, (byte) '[');
		return List.of(new byte[0], new byte[] { 0, -1, -2, 0 }, large,
				"{\"person\":{\"id\":\"\\ud800\\u0000\"},\"attempt\":{\"generation\":1e99}}"
					.getBytes(StandardCharsets.UTF_8),
				"null".getBytes(StandardCharsets.UTF_8));
	}

	@ParameterizedTest
	@MethodSource
	void keepsAnyBodyAsItIs(byte[] body) {
		JsonNode parked = keep(Parkings.of("web.control", "user.slack.retry", "no-uuid", body));
		assertThat(parked.get("bytes").intValue()).isEqualTo(body.length);
		assertThat(parked.get("body").stringValue()).isEqualTo(new String(body, StandardCharsets.UTF_8));
		replay(parked).expect(202);
		assertThat(takeFrom("web.control").getBody()).isEqualTo(body);
	}

	@Test
	void sendsAMessageAgainToTheQueueWhereItFailedOnly() {
		String about = UUID.randomUUID().toString();
		JsonNode parked = keep(
				Parkings.of("web.redmine", "user.mail.added", about, this.body.getBytes(StandardCharsets.UTF_8)));
		JsonNode replayed = replay(parked).expect(202).json();
		assertThat(replayed.get("state").stringValue()).isEqualTo("REPLAYED");
		assertThat(replayed.get("history")).last()
			.satisfies((line) -> assertThat(line.get("text").stringValue() + " by " + line.get("by").stringValue())
				.isEqualTo("as agreed by ONBOARD_ADMIN_TOKEN"));
		GetResponse sent = takeFrom("web.redmine");
		assertThat(sent.getBody()).asString(StandardCharsets.UTF_8).isEqualTo(this.body);
		assertThat(sent.getProps().getType()).isEqualTo("user.mail.added");
		assertThat(sent.getProps().getMessageId()).isEqualTo("its-id");
		assertThat(sent.getProps().getCorrelationId()).isEqualTo(about);
		try (Wire web = new Wire("web")) {
			assertThat(web.drain("web.slack")).isEmpty();
		}
	}

	@Test
	void aDiscardedMessageStaysVisibleAndCanBeSentAllTheSame() {
		JsonNode parked = keep(Parkings.of("web.slack", "user.mail.added", this.body));
		assertThat(discard(parked).expect(200).json().get("state").stringValue()).isEqualTo("DISCARDED");
		assertThat(discard(parked).problem(409).get("detail").stringValue()).contains("is DISCARDED");
		assertThat(get(parked).get("history")).last()
			.satisfies((line) -> assertThat(line.get("what").stringValue()).isEqualTo("discarded"));
		replay(parked).expect(202);
		takeFrom("web.slack");
	}

	@ParameterizedTest
	@ValueSource(strings = { "mail.gone", "task.parked", "" })
	void sendsNothingToAQueueThatIsNone(String queue) {
		JsonNode parked = keep(Parkings.of(queue, "user.create", this.body));
		assertThat(replay(parked).problem(409).get("detail").stringValue()).contains("which queue");
		assertThat(get(parked).get("state").stringValue()).isEqualTo("PARKED");
	}

	@Test
	void listsNewestFirstPageByPage() {
		List<String> ids = List.of("a", "b", "c")
			.stream()
			.map((name) -> keep(Parkings.of(null, null, name + this.body)).get("id").stringValue())
			.toList();
		discardWithId(ids.get(1));
		JsonNode first = list("/parked?state=PARKED&limit=1");
		assertThat(first.at("/parked/0/id").stringValue()).isEqualTo(ids.get(2));
		assertThat(first.at("/parked/0").has("history")).isFalse();
		assertThat(first.get("unreadable").intValue()).isZero();
		JsonNode second = list(first.get("next").stringValue());
		assertThat(second.at("/parked/0/id").stringValue()).isEqualTo(ids.get(0));
		assertThat(list("/parked?state=DISCARDED&limit=1").at("/parked/0/id").stringValue()).isEqualTo(ids.get(1));
		assertThat(list("/parked?limit=2").at("/parked/1/id").stringValue()).isEqualTo(ids.get(1));
	}

	@Test
	void countsThoseThatNobodyHasDecidedAbout() {
		int before = list("/parked").get("undecided").intValue();
		JsonNode parked = keep(Parkings.of(null, null, this.body));
		assertThat(list("/parked?limit=1").get("undecided").intValue()).isEqualTo(before + 1);
		discardWithId(parked.get("id").stringValue());
		assertThat(list("/parked").get("undecided").intValue()).isEqualTo(before);
	}

	@Test
	void showsTheBeginningOfALongBodyInAListing() {
		JsonNode parked = keep(Parkings.of(null, null, this.body + "x".repeat(2000)));
		assertThat(list("/parked?limit=1").at("/parked/0/body").stringValue()).hasSize(1000);
		assertThat(get(parked).get("body").stringValue()).hasSize(2000 + this.body.length());
	}

	@Test
	void refusesWhatIsNoRequest() {
		String path = "/parked/" + UUID.randomUUID();
		assertThat(this.api.get(path).problem(404).get("detail").stringValue()).contains("GET /parked");
		this.api.sendJson("POST", path + "/replay", REASON).problem(404);
		this.api.sendJson("DELETE", path, REASON).problem(404);
		this.api.get("/parked/x").problem(400);
		this.api.get("/parked?limit=201").problem(400);
		this.api.get("/parked?state=GONE").problem(400);
		JsonNode parked = keep(Parkings.of("mail.create", "user.create", this.body));
		String own = "/parked/" + parked.get("id").stringValue();
		for (String wrong : List.of("{}", "{\"reason\":\" \"}", "{\"reason\":\"a\",\"confirm\":\"b\"}", "")) {
			this.api.sendJson("POST", own + "/replay", wrong).problem(400);
			this.api.sendJson("DELETE", own, wrong).problem(400);
		}
		assertThat(get(parked).get("state").stringValue()).isEqualTo("PARKED");
	}

	private JsonNode keep(ParkedMessage message) {
		this.keeping.keep(message);
		String body = new String(message.body(), StandardCharsets.UTF_8);
		String shown = body.substring(0, Math.min(body.length(), 1000));
		JsonNode found = list("/parked?limit=200").get("parked")
			.valueStream()
			.filter((it) -> it.get("body").stringValue().equals(shown))
			.filter((it) -> Objects.equals(it.get("queue").asString(null), message.queue()))
			.filter((it) -> Objects.equals(it.get("type").asString(null), message.type()))
			.findFirst()
			.orElseThrow();
		return get(found);
	}

	private JsonNode get(JsonNode parked) {
		return this.api.get("/parked/" + parked.get("id").stringValue()).expect(200).json();
	}

	private JsonNode list(String path) {
		return this.api.get(path).expect(200).json();
	}

	private Answer replay(JsonNode parked) {
		return this.api.sendJson("POST", "/parked/" + parked.get("id").stringValue() + "/replay", REASON);
	}

	private Answer discard(JsonNode parked) {
		return this.api.sendJson("DELETE", "/parked/" + parked.get("id").stringValue(), REASON);
	}

	private void discardWithId(String id) {
		this.api.sendJson("DELETE", "/parked/" + id, REASON).expect(200);
	}

	private static GetResponse takeFrom(String queue) {
		try (Wire owner = ownerOf(queue)) {
			return owner.take(queue);
		}
	}

	private static Wire ownerOf(String queue) {
		return new Wire(queue.substring(0, queue.indexOf('.')));
	}

}
