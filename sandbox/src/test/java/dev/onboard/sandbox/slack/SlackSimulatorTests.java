package dev.onboard.sandbox.slack;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SlackSimulatorTests {

	private RunningSlack slack;

	@BeforeEach
	void start() throws IOException {
		this.slack = new RunningSlack();
	}

	@AfterEach
	void stop() {
		this.slack.close();
	}

	@Test
	void recordsAPostAndSaysOk() throws Exception {
		HttpResponse<String> answer = this.slack.post("{\"text\":\"Добро пожаловать, 王小明 👋\",\"x\":1}");
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo("ok");
		assertThat(this.slack.send("GET", "/messages", "").body()).isEqualTo(
				"""
						[{"at":"2026-11-02T08:00:00Z","path":"/services/T0/B0/x","text":"Добро пожаловать, 王小明 👋","payload":{"text":"Добро пожаловать, 王小明 👋","x":1}}]""");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"blocks\":[{\"type\":\"divider\"}]}", "{\"attachments\":[{\"text\":\"x\"}]}" })
	void takesAPostWithoutText(String payload) throws Exception {
		assertThat(this.slack.post(payload).body()).isEqualTo("ok");
		assertThat(this.slack.messages.oldestFirst()).extracting(SlackMessage::text).containsExactly("");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "``|invalid_payload", "{|invalid_payload", "[]|invalid_payload", "\"text\"|invalid_payload",
					"{} {}|invalid_payload", "{}|no_text", "{\"text\":\"\",\"blocks\":[]}|no_text",
					"{\"text\":null}|no_text" })
	void refusesWhatSlackRefuses(String payload, String reason) throws Exception {
		HttpResponse<String> answer = this.slack.post(payload);
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).isEqualTo(reason);
		assertThat(this.slack.messages.oldestFirst()).isEmpty();
	}

	@Test
	void refusesWhatIsNotUtf8() throws Exception {
		HttpResponse<String> answer = this.slack.send(this.slack.request("/services/T0/B0/x")
			.POST(BodyPublishers.ofByteArray(new byte[] { '{', '"', 't', '"', ':', '"', (byte) 0xe4, '"', '}' })));
		assertThat(answer.body()).isEqualTo("invalid_payload");
	}

	@ParameterizedTest
	@CsvSource({ "400,invalid_payload", "403,action_prohibited", "404,no_service", "410,channel_is_archived",
			"429,rate_limited", "500,rollup_error", "503,rollup_error" })
	void answersWithTheStatusThatIsSet(int status, String body) throws Exception {
		behave("{\"status\":%d}".formatted(status));
		HttpResponse<String> answer = this.slack.post("{\"text\":\"x\"}");
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.body()).isEqualTo(body);
		assertThat(answer.headers().firstValue("Retry-After").isPresent()).isEqualTo(status == 429);
		assertThat(this.slack.messages.oldestFirst()).isEmpty();
	}

	@Test
	void misbehavesAsOftenAsItIsTold() throws Exception {
		behave("{\"status\":429,\"body\":\"slower\",\"retryAfterSeconds\":7,\"times\":2}");
		assertThat(this.slack.post("{\"text\":\"1\"}").headers().firstValue("Retry-After")).contains("7");
		assertThat(this.slack.send("GET", "/behaviour", "").body()).contains("\"times\":1");
		assertThat(this.slack.post("{\"text\":\"2\"}").body()).isEqualTo("slower");
		assertThat(this.slack.post("{\"text\":\"3\"}").body()).isEqualTo("ok");
		assertThat(this.slack.messages.oldestFirst()).extracting(SlackMessage::text).containsExactly("3");
	}

	@Test
	void misbehavesUntilItIsReset() throws Exception {
		behave("{\"status\":500}");
		assertThat(this.slack.post("{\"text\":\"1\"}").statusCode()).isEqualTo(500);
		assertThat(this.slack.post("{\"text\":\"2\"}").statusCode()).isEqualTo(500);
		assertThat(this.slack.send("DELETE", "/behaviour", "").body()).contains("\"status\":200");
		assertThat(this.slack.post("{\"text\":\"3\"}").statusCode()).isEqualTo(200);
	}

	@Test
	void recordsAPostWhoseAnswerIsLost() throws Exception {
		behave("{\"status\":502,\"recordAnyway\":true}");
		assertThat(this.slack.post("{\"text\":\"done\"}").statusCode()).isEqualTo(502);
		assertThat(this.slack.messages.oldestFirst()).extracting(SlackMessage::text).containsExactly("done");
	}

	@Test
	void holdsAnAnswerBack() throws Exception {
		behave("{\"delayMillis\":300}");
		long before = System.nanoTime();
		assertThat(this.slack.post("{\"text\":\"late\"}").body()).isEqualTo("ok");
		assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
	}

	@Test
	void hangsWithoutAnAnswerUntilTheBehaviourChanges() throws Exception {
		behave("{\"hang\":true,\"times\":12}");
		CompletableFuture<?>[] hanging = new CompletableFuture<?>[12];
		for (int i = 0; i < hanging.length; i++) {
			hanging[i] = this.slack.client.sendAsync(
					this.slack.request("/services/T0/B0/x").POST(BodyPublishers.ofString("{}")).build(),
					BodyHandlers.ofString());
		}
		awaitNormal();
		assertThat(this.slack.post("{\"text\":\"more hang than there are threads\"}").body()).isEqualTo("ok");
		assertThat(CompletableFuture.anyOf(hanging)).isNotDone();
		this.slack.send("DELETE", "/behaviour", "");
		assertThatExceptionOfType(ExecutionException.class)
			.isThrownBy(() -> CompletableFuture.anyOf(hanging).get(10, TimeUnit.SECONDS));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "nonsense|JSON", "[]|JSON object", "{\"statsu\":429}|statsu", "{\"status\":\"429\"}|status",
					"{\"status\":99}|status", "{\"status\":429.5}|status", "{\"times\":0}|times",
					"{\"delayMillis\":-1}|delayMillis", "{\"hang\":1}|hang", "{\"body\":5}|body" })
	void saysWhatIsWrongWithABehaviour(String behaviour, String hint) throws Exception {
		HttpResponse<String> answer = this.slack.send("PUT", "/behaviour", behaviour);
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
		assertThat(answer.body()).contains(hint);
		assertThat(this.slack.post("{\"text\":\"x\"}").body()).isEqualTo("ok");
	}

	@Test
	void forgetsItsMessages() throws Exception {
		this.slack.post("{\"text\":\"x\"}");
		assertThat(this.slack.send("DELETE", "/messages", "").statusCode()).isEqualTo(204);
		assertThat(this.slack.send("GET", "/messages", "").body()).isEqualTo("[]");
	}

	@Test
	void saysWhatIsNotHere() throws Exception {
		assertThat(this.slack.send("GET", "/elsewhere", "").statusCode()).isEqualTo(404);
		HttpResponse<String> answer = this.slack.send("PATCH", "/messages", "");
		assertThat(answer.statusCode()).isEqualTo(405);
		assertThat(answer.headers().firstValue("Allow")).contains("DELETE, GET");
	}

	private void awaitNormal() throws Exception {
		long start = System.nanoTime();
		while (this.slack.send("GET", "/behaviour", "").body().contains("times")) {
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
		}
	}

	private void behave(String behaviour) throws Exception {
		assertThat(this.slack.send("PUT", "/behaviour", behaviour).statusCode()).isEqualTo(200);
	}

}
