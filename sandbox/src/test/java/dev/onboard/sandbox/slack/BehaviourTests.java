package dev.onboard.sandbox.slack;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * One method misbehaves and the others do not.
 */
class BehaviourTests {

	private static final String CARD = "{\"channel\":\"C1\",\"text\":\"x\"}";

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
	void showsTheBehaviourOfEachMethod() throws Exception {
		String normal = "{\"status\":200,\"delayMillis\":0,\"hang\":false,\"losePercent\":0,\"recordAnyway\":false,\"calls\":0}";
		String all = "{\"webhook\":%1$s,\"auth.test\":%1$s,\"chat.postMessage\":%2$s,\"chat.update\":%1$s,\"conversations.history\":%1$s}";
		assertThat(this.slack.send("GET", "/behaviour", "").body()).isEqualTo(all.formatted(normal, normal));
		behave("{\"method\":\"chat.postMessage\",\"status\":429,\"retryAfterSeconds\":7,\"times\":3}");
		this.slack.call("chat.postMessage", CARD);
		String slower = "{\"status\":429,\"error\":\"ratelimited\",\"retryAfterSeconds\":7,\"delayMillis\":0,\"hang\":false,\"losePercent\":0,\"recordAnyway\":false,\"times\":2,\"calls\":1}";
		assertThat(this.slack.send("GET", "/behaviour", "").body()).isEqualTo(all.formatted(normal, slower));
		assertThat(this.slack.send("DELETE", "/behaviour", "").body()).isEqualTo(all.formatted(normal, normal));
	}

	@Test
	void saysAnErrorForOneMethodOnly() throws Exception {
		behave("{\"method\":\"chat.postMessage\",\"error\":\"is_archived\"}");
		HttpResponse<String> answer = this.slack.call("chat.postMessage", CARD);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
		assertThat(answer.body()).isEqualTo("{\"ok\":false,\"error\":\"is_archived\"}");
		assertThat(this.slack.cards.oldestFirst()).isEmpty();
		assertThat(this.slack.post("{\"text\":\"x\"}").body()).isEqualTo("ok");
		assertThat(this.slack.call("auth.test", "{}").body()).startsWith("{\"ok\":true");
	}

	@Test
	void letsSeveralMethodsMisbehaveAtATime() throws Exception {
		behave("{\"method\":\"chat.postMessage\",\"error\":\"fatal_error\",\"recordAnyway\":true,\"times\":1}");
		behave("{\"method\":\"conversations.history\",\"status\":503}");
		behave("{\"status\":404}");
		assertThat(this.slack.call("chat.postMessage", CARD).body()).contains("fatal_error");
		assertThat(this.slack.get("conversations.history?channel=C1"))
			.isEqualTo("{\"ok\":false,\"error\":\"service_unavailable\"}");
		assertThat(this.slack.post("{\"text\":\"x\"}").body()).isEqualTo("no_service");
		assertThat(this.slack.cards.oldestFirst()).hasSize(1);
	}

	@Test
	void revokesATokenForTheWholeApi() throws Exception {
		behave("{\"method\":\"*\",\"error\":\"token_revoked\"}");
		String revoked = "{\"ok\":false,\"error\":\"token_revoked\"}";
		assertThat(this.slack.call("auth.test", "{}").body()).isEqualTo(revoked);
		assertThat(this.slack.call("chat.postMessage", CARD).body()).isEqualTo(revoked);
		assertThat(this.slack.call("chat.update", CARD).body()).isEqualTo(revoked);
		assertThat(this.slack.get("conversations.history?channel=C1")).isEqualTo(revoked);
		assertThat(this.slack.post("{\"text\":\"x\"}").body()).isEqualTo("ok");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"\"status\":429|429|{\"ok\":false,\"error\":\"ratelimited\"}|1",
			"\"status\":429,\"error\":\"rate_limited\",\"retryAfterSeconds\":30|429|{\"ok\":false,\"error\":\"rate_limited\"}|30",
			"\"status\":500|500|{\"ok\":false,\"error\":\"internal_error\"}|``", "\"status\":404|404|``|``",
			"\"status\":502,\"body\":\"<html>\"|502|<html>|``", "\"body\":\"Please log in\"|200|Please log in|``" })
	void answersAMethodWithWhatIsSet(String fields, int status, String body, String retryAfter) throws Exception {
		behave("{\"method\":\"chat.postMessage\"," + fields + "}");
		HttpResponse<String> answer = this.slack.call("chat.postMessage", CARD);
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.body()).isEqualTo(body);
		assertThat(answer.headers().firstValue("Retry-After").orElse("")).isEqualTo(retryAfter);
		assertThat(this.slack.cards.oldestFirst()).isEmpty();
	}

	@Test
	void losesEachFifthAnswerOfAMethodAndDoesWhatWasAsked() throws Exception {
		behave("{\"method\":\"chat.postMessage\",\"losePercent\":20}");
		List<Integer> lost = new ArrayList<>();
		for (int i = 1; i <= 12; i++) {
			try {
				assertThat(this.slack.call("chat.postMessage", CARD).body()).startsWith("{\"ok\":true");
			}
			catch (IOException ex) {
				lost.add(i);
			}
		}
		assertThat(lost).containsExactly(5, 10);
		assertThat(this.slack.cards.oldestFirst()).hasSize(12);
	}

	@ParameterizedTest
	@CsvSource({ "0,''", "1,100", "30,'4,7,10'", "100,'1,2,3,4,5,6,7,8,9,10'" })
	void losesAnswersOfAWebhookInEvenSteps(int percent, String lost) throws Exception {
		behave("{\"losePercent\":%d}".formatted(percent));
		List<String> unheard = new ArrayList<>();
		int posts = (percent == 1) ? 100 : 10;
		for (int i = 1; i <= posts; i++) {
			try {
				assertThat(this.slack.post("{\"text\":\"x\"}").body()).isEqualTo("ok");
			}
			catch (IOException ex) {
				unheard.add(Integer.toString(i));
			}
		}
		assertThat(String.join(",", unheard)).isEqualTo(lost);
		assertThat(this.slack.messages.oldestFirst()).hasSize(posts);
	}

	@Test
	void hangsWithOneMethodUntilThatIsReset() throws Exception {
		behave("{\"method\":\"chat.postMessage\",\"hang\":true,\"recordAnyway\":true}");
		CompletableFuture<HttpResponse<String>> hanging = CompletableFuture.supplyAsync(() -> {
			try {
				return this.slack.call("chat.postMessage", CARD);
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		});
		assertThat(this.slack.get("conversations.history?channel=C1")).startsWith("{\"ok\":true");
		behave("{\"method\":\"chat.update\",\"status\":500}");
		assertThat(hanging).isNotDone();
		awaitCard();
		behave("{\"method\":\"chat.postMessage\"}");
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> hanging.get(10, TimeUnit.SECONDS));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "{\"method\":\"chat.post\"}|webhook, auth.test, chat.postMessage, chat.update",
					"{\"method\":5}|Give method as a text", "{\"error\":\"is_archived\"}|method of the Web API",
					"{\"method\":\"*\",\"error\":\"Is archived\"}|one word",
					"{\"method\":\"*\",\"error\":1}|Give error",
					"{\"method\":\"*\",\"error\":\"x\",\"body\":\"y\"}|no body beside it",
					"{\"losePercent\":101}|from 0 to 100", "{\"losePercnt\":20}|losePercnt" })
	void saysWhatIsWrongWithABehaviour(String behaviour, String hint) throws Exception {
		HttpResponse<String> answer = this.slack.send("PUT", "/behaviour", behaviour);
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
		assertThat(answer.body()).contains(hint);
		assertThat(this.slack.call("chat.postMessage", CARD).body()).startsWith("{\"ok\":true");
	}

	private void awaitCard() {
		long start = System.nanoTime();
		while (this.slack.cards.oldestFirst().isEmpty()) {
			assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(10));
			Thread.onSpinWait();
		}
	}

	private void behave(String behaviour) throws Exception {
		assertThat(this.slack.send("PUT", "/behaviour", behaviour).statusCode()).isEqualTo(200);
	}

}
