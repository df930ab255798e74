package dev.onboard.faults.outside;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.onboard.delivery.http.TargetClient;
import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.faults.outside.Target.Point;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/** What a target makes of a call, and how it looks to a service. */
class BehaviourTests {

	@TempDir
	private Path folder;

	private Outside outside;

	private Visitor visitor;

	@BeforeEach
	void open() {
		this.outside = new Outside(this.folder.resolve("seen.jsonl"));
		this.visitor = new Visitor(this.outside);
	}

	@AfterEach
	void close() {
		this.outside.close();
	}

	@Test
	void failsWithAStatusAndDoesNothing() throws IOException {
		this.outside.redmine().behave(Behaviour.status(503));
		assertThat(this.visitor.createAccount("alice")).isEqualTo(503);
		assertThat(this.outside.seen()).isEmpty();
		assertThat(this.outside.redmine().calls()).isEqualTo(1);
		assertThat(this.outside.redmine().failed()).isEqualTo(1);
		this.outside.redmine().behave(Behaviour.well());
		assertThat(this.visitor.createAccount("alice")).isEqualTo(201);
	}

	@Test
	void asksForAPause() throws IOException {
		this.outside.slack().behave(Behaviour.throttled(Duration.ofSeconds(3)));
		HttpResponse<String> answer = this.visitor.postToWebhook("a@b");
		assertThat(answer.statusCode()).isEqualTo(429);
		assertThat(answer.headers().firstValue("Retry-After")).hasValue("3");
		assertThat(outcome())
			.isEqualTo(new Outcome.Throttled("Slack answered 429 (rate_limited)", Duration.ofSeconds(3)));
	}

	@Test
	void refusesOnlyWhomItShallAndOnlyChanges() throws IOException {
		this.outside.mail().behave(Behaviour.only("alice@example.com"::equals, Behaviour.status(400)));
		assertThat(this.visitor.createMailbox("alice@example.com")).isEqualTo(400);
		assertThat(this.visitor.createMailbox("bob@example.com")).isEqualTo(204);
		assertThat(this.visitor.mail("GET", "/address/aliases/alice@example.com", "").statusCode()).isEqualTo(200);
	}

	@Test
	void breaksOffInTheMiddleOfAnAnswerWithAllDone() {
		this.outside.slack().behave(Behaviour.halfAnswers());
		assertThat(outcome()).isEqualTo(new Outcome.Ambiguous("Slack broke off the connection"));
		this.outside.mail().behave(Behaviour.halfAnswers());
		assertThatIOException().isThrownBy(() -> this.visitor.createMailbox("alice@example.com"));
		assertThat(this.outside.seen()).hasSize(2);
		assertThat(this.outside.slack().answersLost()).isEqualTo(1);
		assertThat(this.outside.mail().answersLost()).isEqualTo(1);
		assertThatIOException().isThrownBy(() -> this.visitor.mail("GET", "/users", ""));
		assertThat(this.outside.mail().answersLost()).isEqualTo(1);
		assertThat(this.outside.mail().failed()).isEqualTo(1);
	}

	@Test
	void answersWhatIsNoJson() throws IOException {
		this.outside.redmine().behave(Behaviour.wrongJson());
		assertThat(this.visitor.redmine("GET", "/groups.json", "").body()).isEqualTo("{\"ok\":tru");
		assertThat(this.outside.seen()).isEmpty();
	}

	@Test
	void hangsUntilItIsTold() throws Exception {
		this.outside.slack().behave(Behaviour.hangs(Duration.ofMinutes(1)));
		Thread caller = new Thread(this::outcome);
		caller.start();
		caller.join(300);
		assertThat(caller.isAlive()).isTrue();
		this.outside.slack().behave(Behaviour.well());
		caller.join(2000);
		assertThat(caller.isAlive()).isFalse();
		assertThat(this.outside.seen()).isEmpty();
	}

	@Test
	void nobodyListensForAWhile() {
		this.outside.slack().behave(Behaviour.refuses());
		assertThat(outcome()).isEqualTo(new Outcome.Transient("Slack cannot be reached"));
		this.outside.slack().behave(Behaviour.well());
		assertThat(outcome()).isInstanceOf(Outcome.Done.class);
	}

	@Test
	void failsNowAndThen() throws IOException {
		this.outside.redmine().behave(Behaviour.sometimes(0.5, 3, Behaviour.status(500)));
		for (int number = 0; number < 40; number++) {
			this.visitor.redmine("GET", "/groups.json", "");
		}
		assertThat(this.outside.redmine().failed()).isBetween(8, 32);
	}

	@Test
	void losesAShareOfTheAnswersToWhatTookEffect() throws IOException {
		this.outside.slack().behave(Behaviour.losesAnswers(0.2, 7));
		int ambiguous = 0;
		for (int number = 0; number < 200; number++) {
			ambiguous += (outcome() instanceof Outcome.Ambiguous) ? 1 : 0;
			this.visitor.history("?channel=C0FAULTS");
		}
		assertThat(ambiguous).isBetween(20, 60).isEqualTo(this.outside.slack().answersLost());
		assertThat(this.outside.seen()).hasSize(200);
	}

	@Test
	void whatMeetsAnActionBeforeItTakesEffectIsNeverDone() throws IOException {
		List<Object> met = new ArrayList<>();
		this.outside.mail().onNext(Point.BEFORE_EFFECT, () -> met.add(this.outside.seen().size()));
		this.visitor.mail("GET", "/users", "");
		assertThatIOException().isThrownBy(() -> this.visitor.createMailbox("alice@example.com"));
		assertThat(met).containsExactly(0);
		assertThat(this.outside.seen()).isEmpty();
		assertThat(this.visitor.createMailbox("alice@example.com")).isEqualTo(204);
	}

	@Test
	void anActionAfterAnEffectSeesItAndWhoCalled() throws IOException {
		List<Object> met = new ArrayList<>();
		this.outside.mail().onNext(Point.AFTER_EFFECT, (port) -> {
			met.add(this.outside.seen().size());
			met.add(port > 0);
		});
		assertThat(this.visitor.createMailbox("alice@example.com")).isEqualTo(204);
		assertThat(this.visitor.createMailbox("bob@example.com")).isEqualTo(204);
		assertThat(met).containsExactly(1, true);
	}

	/** Of a post, as a service gets it. */
	private Outcome outcome() {
		TargetClient slack = new TargetClient("Slack", this.outside.slackWebhookUrl(), (headers) -> {
		});
		return slack.call(HttpMethod.POST, List.of("a@b"),
				(answer) -> (answer.status() == 200) ? new Outcome.Done(answer.body()) : slack.trouble(answer), "");
	}

}
