package dev.onboard.story;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

import com.rabbitmq.client.AMQP.BasicProperties;
import dev.onboard.testing.Wire;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** The bad days: something is pulled out while people arrive, and nobody is lost. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class BadDaysTests {

	private static final Duration AT_ONCE = Duration.ofSeconds(2);

	/** Too few to be a streak that pauses a target. */
	private static final int FEW = 4;

	private final Company company = Company.open();

	@AfterEach
	void nothingIsLeft() {
		this.company.awaitNothingWaiting();
	}

	@Test
	void theMailServiceIsKilled() {
		Crowd crowd = twoHundredArriveAndInTheMiddle(() -> {
			this.company.mail().kill();
			this.company.mail().launch();
		}, "mailkill");
		Effects effects = everybodyGotEverything(crowd);
		assertThat(effects.repeatedMails()).isLessThanOrEqualTo(Company.IN_HAND);
		assertThat(effects.repeatedPosts()).isZero();
	}

	@Test
	void theWebServiceIsKilled() {
		Crowd crowd = twoHundredArriveAndInTheMiddle(() -> {
			this.company.web().kill();
			this.company.web().launch();
		}, "webkill");
		Effects effects = everybodyGotEverything(crowd);
		assertThat(effects.repeatedMails()).isZero();
		assertThat(effects.repeatedPosts()).isLessThanOrEqualTo(Company.IN_HAND);
	}

	@Test
	void theTaskServiceIsKilled() {
		Crowd crowd = twoHundredArriveAndInTheMiddle(() -> {
			this.company.task().kill();
			this.company.task().launch();
		}, "taskkill");
		Effects effects = everybodyGotEverything(crowd);
		assertThat(effects.repeatedMails()).isZero();
		assertThat(effects.repeatedPosts()).isZero();
	}

	@Test
	void theBrokerIsKilled() {
		Crowd crowd = twoHundredArriveAndInTheMiddle(() -> {
			this.company.broker().crash();
			this.company.broker().start();
		}, "brokerkill");
		Effects effects = everybodyGotEverything(crowd);
		assertThat(effects.repeatedMails()).isZero();
		assertThat(effects.repeatedPosts()).isZero();
	}

	@Test
	void theBrokerIsAwayWhenAPersonIsPosted() throws IOException {
		this.company.broker().crash();
		long start = System.nanoTime();
		PersonPage dave = this.company.api().accept(new Newcomer("dave.brokerless", "Dave", "Early"));
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
		assertThat(this.company.api().page(dave.id()).state()).isEqualTo("IN_PROGRESS");
		this.company.broker().start();
		this.company.awaitReady(dave.id(), Duration.ofMinutes(1));
	}

	@Test
	void theBrokerNeverGetsWhatIsPublished() throws IOException {
		PersonPage heard = this.company.api().accept(new Newcomer("heidi.heard", "Heidi", "Heard"));
		this.company.awaitReady(heard.id(), Duration.ofMinutes(1));
		this.company.brokerOfTask().become(Proxy.Mood.DEAF);
		PersonPage grace = this.company.api().accept(new Newcomer("grace.unheard", "Grace", "Unheard"));
		nothingIsConfirmedInTime(grace);
		this.company.brokerOfTask().become(Proxy.Mood.WELL);
		this.company.awaitReady(grace.id(), Duration.ofMinutes(1));
	}

	@ParameterizedTest
	@EnumSource(names = { "AWAY", "SILENT", "BROKEN" })
	void theMailServerIsIll(Proxy.Mood mood) throws IOException {
		this.company.webAdmin().become(mood);
		Crowd crowd = this.company.crowd("mailserver" + mood.name().toLowerCase(java.util.Locale.ROOT), FEW);
		waitWithGrowingDelays(crowd, "mail", "the mail server", (mood == Proxy.Mood.SILENT) ? 1 : 4);
		this.company.webAdmin().become(Proxy.Mood.WELL);
		crowd.awaitReady();
		everybodyGotEverythingOnce(crowd);
	}

	@Test
	void theMailServerTakesNoMail() throws IOException {
		int before = this.company.smtp().connections();
		this.company.smtp().become(Proxy.Mood.BROKEN);
		Crowd crowd = this.company.crowd("smtp", FEW);
		waitWithGrowingDelays(crowd, "mail", "the mail server", 4);
		int connections = this.company.smtp().connections() - before;
		int attempts = crowd.pages().stream().mapToInt((page) -> page.step("mail").attempts()).sum();
		assertThat(connections).isLessThanOrEqualTo(attempts + FEW);
		assertThat(Effects.on(crowd.addresses(), this.company.sandbox()).mailboxes()).hasSize(FEW);
		this.company.smtp().become(Proxy.Mood.WELL);
		crowd.awaitReady();
		everybodyGotEverythingOnce(crowd);
	}

	@Test
	void slackFails() throws IOException {
		this.company.sandbox().behaveAs("{\"status\":500,\"recordAnyway\":true}");
		Crowd crowd = this.company.crowd("slackfive", FEW);
		waitWithGrowingDelays(crowd, "slack", "Slack answered 500", 4);
		crowd.awaitAll((page) -> page.step("mail").isDone());
		this.company.sandbox().behave();
		crowd.awaitReady();
		Effects effects = everybodyGotEverything(crowd);
		assertThat(effects.repeatedMails()).isZero();
		assertThat(crowd.pages()).allSatisfy((page) -> assertThat(effects.slackPosts().get(page.address()))
			.isEqualTo(page.step("slack").attempts()));
	}

	@Test
	void slackAsksForAPause() throws IOException {
		this.company.sandbox().behaveAs("{\"status\":429,\"retryAfterSeconds\":4,\"times\":1}");
		PersonPage erin = this.company.api().accept(new Newcomer("erin.ratelimited", "Erin", "Patient"));
		JsonNode slack = Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.company.api().target("slack"),
					(target) -> target.path("state").asString().equals("PAUSED"));
		Instant until = Instant.parse(slack.required("until").asString());
		assertThat(Duration.between(Instant.parse(slack.required("since").asString()), until))
			.isEqualTo(Duration.ofSeconds(4));
		PersonPage.Step done = this.company.awaitReady(erin.id(), Duration.ofSeconds(30)).step("slack");
		assertThat(done.attempts()).isEqualTo(1);
		assertThat(done.updatedAt()).isAfterOrEqualTo(until);
	}

	@Test
	void slackNeverAnswers() throws IOException {
		this.company.sandbox().behaveAs("{\"hang\":true}");
		Crowd crowd = this.company.crowd("slackhang", FEW);
		crowd.awaitAll((page) -> page.step("mail").isDone());
		assertThat(crowd.pages()).noneMatch((page) -> page.step("slack").isDone());
		waitWithGrowingDelays(crowd, "slack", "Slack did not answer in time", 1);
		this.company.sandbox().behave();
		crowd.awaitReady();
		everybodyGotEverythingOnce(crowd);
	}

	@Test
	void theDatabaseIsAwayForTwentySeconds() throws IOException {
		Crowd crowd = this.company.crowd("database", 200);
		crowd.await(40, PersonPage::isReady);
		this.company.database().crash();
		try {
			postsAreRefusedAtOnceFor(Duration.ofSeconds(20));
			assertThat(this.company.mail().listeners()).isEqualTo("OUT_OF_SERVICE");
		}
		finally {
			this.company.database().start();
		}
		crowd.awaitReady();
		Effects effects = everybodyGotEverything(crowd);
		assertThat(effects.repeatedMails()).isLessThanOrEqualTo(Company.IN_HAND);
		assertThat(effects.repeatedPosts()).isLessThanOrEqualTo(Company.IN_HAND);
		assertThat(crowd.pages()).flatMap(PersonPage::steps)
			.allSatisfy((step) -> assertThat(step.attempts()).isEqualTo(1));
		Awaitility.await().untilAsserted(() -> assertThat(this.company.mail().listeners()).isEqualTo("UP"));
	}

	/** The call in hand ends, and what is left of each step goes back to the queue. */
	@Test
	void theMailServiceIsStoppedWithMessagesInHand() throws IOException {
		this.company.webAdmin().become(Proxy.Mood.SLOW);
		Crowd crowd = this.company.crowd("sigterm", 2);
		crowd.awaitArrival();
		Awaitility.await().until(() -> this.company.webAdmin().heldAnswers() == 2);
		this.company.mail().terminate();
		Awaitility.await()
			.during(Duration.ofSeconds(3))
			.atMost(Duration.ofSeconds(10))
			.until(this.company.mail()::isRunning);
		this.company.webAdmin().become(Proxy.Mood.WELL);
		this.company.mail().stop();
		this.company.awaitWaiting("mail.create", 2);
		this.company.mail().launch();
		crowd.awaitReady();
		everybodyGotEverythingOnce(crowd);
	}

	@Test
	void messagesComeThatNobodyCanRead() throws IOException {
		int before = unreadableDeliveries(this.company.mail());
		int ofTask = unreadableDeliveries(this.company.task());
		Crowd crowd = this.company.crowd("hostile", 20);
		try (Wire task = new Wire("task")) {
			BasicProperties create = new BasicProperties.Builder().type("user.create").deliveryMode(2).build();
			task.publish("user.create", create, "hello".getBytes(StandardCharsets.UTF_8));
			task.publish("user.create", create, "{\"person\":[],\"attempt\":\"1\"}".getBytes(StandardCharsets.UTF_8));
			task.publish("user.create",
					create.builder().headers(Map.of("__TypeId__", "java.lang.ProcessBuilder")).build(),
					"{}".getBytes(StandardCharsets.UTF_8));
			task.publish("user.create", create.builder().headers(Map.of("h", nested(40))).build(),
					"{}".getBytes(StandardCharsets.UTF_8));
			assertThat(catchThrowable(() -> task.publish("user.create", create, new byte[2_000_000]))).isNotNull();
		}
		crowd.awaitReady();
		everybodyGotEverythingOnce(crowd);
		List<JsonNode> parked = this.company.awaitParked(3, 1);
		assertThat(parked).extracting((message) -> message.required("body").asString())
			.containsExactlyInAnyOrder("hello", "{\"person\":[],\"attempt\":\"1\"}", "{}");
		// Each delivery of the nested headers costs the connection, and with it the
		// acknowledgement of what is being parked: that is parked again.
		assertThat(parked.stream().mapToInt((message) -> message.required("count").asInt()).sum())
			.isLessThanOrEqualTo(6);
		// The broker's limit is 20, so it delivers the nested headers 21 times, and as
		// often again where they are parked.
		assertThat(unreadableDeliveries(this.company.mail()) - before).isBetween(1, 21);
		assertThat(unreadableDeliveries(this.company.task()) - ofTask).isBetween(1, 21);
		this.company.forgetParked();
	}

	/** Each costs the service its connection, and a line in its log. */
	private static int unreadableDeliveries(Service service) throws IOException {
		return (int) service.log()
			.lines()
			.filter((line) -> line.contains("unexpected connection driver error"))
			.count();
	}

	private Crowd twoHundredArriveAndInTheMiddle(Runnable blow, String name) {
		Crowd crowd = this.company.crowd(name, 200);
		assertThat(crowd.await(40, PersonPage::isReady)).isLessThan(190);
		blow.run();
		crowd.awaitReady();
		return crowd;
	}

	private Effects everybodyGotEverything(Crowd crowd) {
		Effects effects = this.company.effectsOn(crowd);
		effects.reachedEach(crowd.addresses());
		effects.sayTheSameMessageIdAgain();
		return effects;
	}

	private void everybodyGotEverythingOnce(Crowd crowd) {
		Effects effects = everybodyGotEverything(crowd);
		assertThat(effects.repeatedMails()).isZero();
		assertThat(effects.repeatedPosts()).isZero();
	}

	/**
	 * Each page says why and when next, and each attempt came when it was due and not
	 * before.
	 */
	private static void waitWithGrowingDelays(Crowd crowd, String system, String reason, int attempts)
			throws IOException {
		Function<PersonPage, PersonPage.Step> step = (page) -> page.step(system);
		crowd.awaitArrival();
		crowd.awaitAll((page) -> step.apply(page).attempts() >= attempts);
		assertThat(crowd.pages()).allSatisfy((page) -> {
			PersonPage.Step waiting = step.apply(page);
			assertThat(waiting.state()).isEqualTo("RETRYING");
			assertThat(waiting.detail()).contains(reason);
			assertThat(waiting.pause()).isIn(delayAfter(waiting.attempts()), delayAfter(longest(waiting)));
			Duration sinceAccepted = Duration.between(page.createdAt(), waiting.updatedAt());
			assertThat(sinceAccepted).isGreaterThanOrEqualTo(delaysBefore(waiting.attempts()));
		});
	}

	/** Who may still be at work gets more time. */
	private static int longest(PersonPage.Step step) {
		return step.detail().contains("did not answer in time") ? step.attempts() + 1 : step.attempts();
	}

	/** The relay waits five seconds for a confirm. */
	private void nothingIsConfirmedInTime(PersonPage person) {
		Awaitility.await()
			.during(Duration.ofSeconds(8))
			.atMost(Duration.ofSeconds(20))
			.until(() -> this.company.api().page(person.id()).step("mail").state().equals("PENDING"));
	}

	private static Duration delayAfter(int attempt) {
		return Company.RETRY_DELAYS.get(Math.min(attempt, Company.RETRY_DELAYS.size()) - 1);
	}

	private static Duration delaysBefore(int attempt) {
		return Stream.iterate(1, (number) -> number < attempt, (number) -> number + 1)
			.map(BadDaysTests::delayAfter)
			.reduce(Duration.ZERO, Duration::plus);
	}

	private void postsAreRefusedAtOnceFor(Duration time) {
		Newcomer late = new Newcomer("frank.late", "Frank", "Late");
		Awaitility.await().during(time).atMost(time.plusSeconds(20)).until(() -> {
			long start = System.nanoTime();
			HttpResponse<String> answer = this.company.api().post(late);
			assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
			return true;
		});
	}

	private static Object nested(int levels) {
		Object inner = "end";
		for (int level = 0; level < levels; level++) {
			inner = List.of(inner);
		}
		return inner;
	}

}
