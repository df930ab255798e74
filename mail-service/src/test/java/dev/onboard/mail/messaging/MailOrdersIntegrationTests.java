package dev.onboard.mail.messaging;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.rabbitmq.client.GetResponse;
import dev.onboard.events.Attempt;
import dev.onboard.events.Choice;
import dev.onboard.events.Decision;
import dev.onboard.events.Event;
import dev.onboard.events.EventJson;
import dev.onboard.events.Instruction;
import dev.onboard.events.Person;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.StepRetry;
import dev.onboard.events.TargetSystem;
import dev.onboard.events.UserCreate;
import dev.onboard.testing.Infrastructure;
import dev.onboard.testing.Sandbox;
import dev.onboard.testing.Wire;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** The service on the real broker, the real database and a real mail server. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE,
		properties = { "MAIL_KEY=0123456789-0123456789-0123456789", "SMTP_HOST=127.0.0.1",
				"onboard.delivery.retry.delays=300ms,700ms", "onboard.delivery.lease=3s",
				"onboard.roles.developer.mail.quota=5GB" })
@ExtendWith(OutputCaptureExtension.class)
class MailOrdersIntegrationTests {

	private static final Gate SMTP = new Gate();

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final String WELCOMED = "; welcome mail accepted by the mail server; seen in the mailbox"
			+ "; the activation link goes to alice@home.example";

	private final Wire task = new Wire("task");

	private final List<StepReport> heard = new ArrayList<>();

	private final Person alice = person();

	private final String mailboxCreated = "mailbox " + this.alice.address() + " created; quota 5120 MB";

	@DynamicPropertySource
	static void infrastructure(DynamicPropertyRegistry properties) {
		Infrastructure.register(properties);
		properties.add("SMTP_PORT", SMTP::port);
		properties.add("JAMES_WEBADMIN_URL", () -> Sandbox.shared().webAdminUrl());
	}

	@BeforeEach
	void mailServerIsThere() {
		SMTP.open(Sandbox.shared().smtpPort());
	}

	@AfterEach
	void mailServerIsNotThere() {
		SMTP.close();
		this.task.close();
	}

	@Test
	void createsTheMailboxSendsTheWelcomeMailAndSaysSo() {
		Instant start = Instant.now();
		this.task.say(new UserCreate(this.alice, Attempt.FIRST));
		StepReport added = awaitReports(1).get(0);
		assertThat(added).isEqualTo(new StepReport(TargetSystem.MAIL, StepResult.ADDED, this.alice, Attempt.FIRST,
				this.mailboxCreated + WELCOMED, added.at(), null, List.of()));
		assertThat(added.at()).isBetween(start, Instant.now());
		assertThat(mailboxes()).isEqualTo(1);
		assertThat(awaitMails(1)).hasSize(1);
	}

	@Test
	void sendsOneMailForARepeatedEvent() {
		for (int i = 0; i < 3; i++) {
			this.task.say(new UserCreate(this.alice, Attempt.FIRST));
		}
		assertThat(awaitReports(3)).extracting(StepReport::result).containsOnly(StepResult.ADDED);
		assertThat(awaitMails(1)).hasSize(1);
		assertThat(mailboxes()).isEqualTo(1);
	}

	@Test
	void triesAgainByItselfWhileTheMailServerIsAwayAndCreatesTheMailboxOnce() {
		SMTP.close();
		this.task.say(new UserCreate(this.alice, Attempt.FIRST));
		List<StepReport> retrying = awaitReports(2);
		SMTP.open(Sandbox.shared().smtpPort());
		StepReport first = retrying.get(0);
		assertThat(first).isEqualTo(new StepReport(TargetSystem.MAIL, StepResult.RETRYING, this.alice, Attempt.FIRST,
				this.mailboxCreated
						+ "; the mail server cannot be reached by SMTP, or broke off, or did not answer in time",
				first.at(), first.at().plusMillis(300), List.of()));
		StepReport second = retrying.get(1);
		assertThat(second.nextAttemptAt()).isEqualTo(second.at().plusMillis(700));
		StepReport added = awaitReport(StepResult.ADDED);
		assertThat(added.attempt().number()).isGreaterThan(2);
		assertThat(added.detail()).isEqualTo(this.mailboxCreated + WELCOMED);
		assertThat(awaitMails(1)).hasSize(1);
	}

	@Test
	void saysThatItFailedWhenTheMailboxIsSomebodyElses() {
		createMailboxOfSomebodyElse();
		this.task.say(new UserCreate(this.alice, Attempt.FIRST));
		StepReport failed = awaitReports(1).get(0);
		assertThat(failed).isEqualTo(new StepReport(TargetSystem.MAIL, StepResult.FAILED, this.alice, Attempt.FIRST,
				this.alice.address() + " is taken: it exists already and is not ours", failed.at(), null,
				List.of(new Choice(Decision.RENAME, this.alice.login() + "2"), Choice.of(Decision.ADOPT),
						Choice.of(Decision.PURGE))));
	}

	@Test
	void takesTheMailboxOverWhenSomebodySaysThatItIsHers() {
		createMailboxOfSomebodyElse();
		this.task.say(new UserCreate(this.alice, Attempt.FIRST));
		awaitReport(StepResult.FAILED);
		Attempt byHand = new Attempt(2, 1);
		this.task.say(new StepRetry(TargetSystem.MAIL, this.alice, byHand,
				new Instruction(Decision.ADOPT, "she worked here before")));
		StepReport added = awaitReport(StepResult.ADDED);
		assertThat(added.attempt()).isEqualTo(byHand);
		assertThat(added.detail())
			.isEqualTo("mailbox " + this.alice.address() + " taken over; quota 5120 MB" + WELCOMED);
		assertThat(awaitMails(1)).singleElement()
			.satisfies((mail) -> assertThat(mail.get("subject").asString()).isEqualTo("Добро пожаловать, Алиса!"));
	}

	@Test
	void aRetryByHandGoesOnAndCopiesOfTheGenerationBeforeAreDropped(CapturedOutput output) {
		Attempt byHand = new Attempt(2, 1);
		createMailboxOfSomebodyElse();
		this.task.say(new UserCreate(this.alice, Attempt.FIRST));
		awaitReport(StepResult.FAILED);
		webAdmin("DELETE", "");
		SMTP.close();
		this.task.say(new StepRetry(TargetSystem.MAIL, this.alice, byHand, null));
		awaitReport(StepResult.RETRYING);
		this.task.say(new UserCreate(this.alice, Attempt.FIRST));
		Awaitility.await().until(() -> output.getOut().contains("Dropping " + Attempt.FIRST + " of welcome-mail"));
		SMTP.open(Sandbox.shared().smtpPort());
		assertThat(awaitReport(StepResult.ADDED).attempt().generation()).isEqualTo(2);
		assertThat(this.heard).filteredOn((report) -> report.attempt().generation() == 1)
			.extracting(StepReport::result)
			.containsExactly(StepResult.FAILED);
		assertThat(awaitMails(1)).hasSize(1);
	}

	@Test
	void parksAnOrderOfAnotherKindAndMovesOn() {
		this.task.drain("task.parked");
		Event other = new StepReport(TargetSystem.SLACK, StepResult.ADDED, this.alice, Attempt.FIRST, "posted",
				Instant.EPOCH, null, List.of());
		this.task.repeat("mail.create", other);
		this.task.say(new UserCreate(this.alice, Attempt.FIRST));
		GetResponse parked = this.task.take("task.parked");
		assertThat(parked.getProps().getHeaders().get("x-parked-reason"))
			.hasToString("mail.create does not take user.slack.added");
		assertThat(EventJson.read(parked.getProps().getType(), parked.getBody())).isEqualTo(other);
		awaitReport(StepResult.ADDED);
	}

	private List<StepReport> awaitReports(int count) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(this::reports, (reports) -> reports.size() >= count);
	}

	private StepReport awaitReport(StepResult result) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> reports().stream().filter((report) -> report.result() == result).findFirst(),
					java.util.Optional::isPresent)
			.orElseThrow();
	}

	/** What was said about Alice so far. */
	private List<StepReport> reports() {
		for (GetResponse message : this.task.drain("task.events")) {
			if (Wire.read(message) instanceof StepReport report && report.person().equals(this.alice)) {
				this.heard.add(report);
			}
		}
		return List.copyOf(this.heard);
	}

	private List<JsonNode> awaitMails(int count) {
		return Awaitility.await()
			.until(() -> Sandbox.shared()
				.mails()
				.valueStream()
				.filter((mail) -> mail.get("recipients").toString().contains(this.alice.address()))
				.toList(), (mails) -> mails.size() >= count);
	}

	private long mailboxes() {
		return Sandbox.shared()
			.mailboxes()
			.valueStream()
			.filter((mailbox) -> mailbox.get("address").asString().equals(this.alice.address()))
			.count();
	}

	private void createMailboxOfSomebodyElse() {
		webAdmin("PUT", "{\"password\":\"somebody else's\"}");
	}

	private void webAdmin(String method, String body) {
		try {
			HttpRequest request = HttpRequest
				.newBuilder(URI.create(Sandbox.shared().webAdminUrl() + "/users/" + this.alice.address()))
				.method(method, HttpRequest.BodyPublishers.ofString(body))
				.build();
			assertThat(HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(204);
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Person person() {
		UUID id = UUID.randomUUID();
		String login = "alice." + id + ".x";
		return new Person(id, login, login + "@example.com", "Алиса", "Иванова", "alice@home.example", "developer",
				"ru");
	}

}
