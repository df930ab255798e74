package dev.onboard.mail.activation;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.rabbitmq.client.GetResponse;
import dev.onboard.events.ActivationOrder;
import dev.onboard.events.ActivationReport;
import dev.onboard.events.Attempt;
import dev.onboard.events.Event;
import dev.onboard.events.Person;
import dev.onboard.events.PersonEvent;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.UserCreate;
import dev.onboard.mail.messaging.Gate;
import dev.onboard.testing.Infrastructure;
import dev.onboard.testing.Sandbox;
import dev.onboard.testing.Wire;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The service with its page, on the real broker, the real database and a real mail
 * server, both ways to which can be closed; and somebody who is handed over to.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "MAIL_KEY=" + HandOverTest.KEY, "SMTP_HOST=127.0.0.1", "onboard.delivery.retry.delays=200ms",
				"onboard.delivery.retry.max-attempts=4", "onboard.activation.per-minute.gets=100000",
				"onboard.activation.per-minute.posts=100000" })
abstract class HandOverTest {

	static final String KEY = "0123456789-0123456789-0123456789";

	static final String PASSWORD = "blue whale under the bridge";

	static final Gate SMTP = new Gate();

	static final Gate WEBADMIN = new Gate();

	private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:8081/activate/([A-Za-z0-9_-]{43})\\s");

	final Wire task = new Wire("task");

	final List<PersonEvent> heard = new ArrayList<>();

	final Person alice = person("en");

	@Autowired
	JdbcClient jdbc;

	@LocalServerPort
	int port;

	@DynamicPropertySource
	static void infrastructure(DynamicPropertyRegistry properties) {
		Infrastructure.register(properties);
		properties.add("SMTP_PORT", SMTP::port);
		properties.add("JAMES_WEBADMIN_URL", () -> "http://127.0.0.1:" + WEBADMIN.port());
	}

	@BeforeEach
	void mailServerIsThere() {
		SMTP.open(Sandbox.shared().smtpPort());
		WEBADMIN.open(webAdminPort());
	}

	@AfterEach
	void mailServerIsNotThere() {
		SMTP.close();
		WEBADMIN.close();
		this.task.close();
	}

	static int webAdminPort() {
		String url = Sandbox.shared().webAdminUrl();
		return Integer.parseInt(url.substring(url.lastIndexOf(':') + 1));
	}

	static Person person(@Nullable String language) {
		UUID id = UUID.randomUUID();
		String login = "a" + id.toString().replace("-", "");
		return new Person(id, login, login + "@example.com", "Алиса", "Ivanova", login + "@home.example", null,
				language);
	}

	Person withoutContact() {
		return new Person(this.alice.id(), this.alice.login(), this.alice.address(), "Alice", "Ivanova", null, null,
				"en");
	}

	Browser browser() {
		return new Browser(this.port);
	}

	/** Has the mailbox created, and the link mailed where there is an address for it. */
	void create(Person person) {
		this.task.say(new UserCreate(person, Attempt.FIRST));
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> reports(StepReport.class).stream().map(StepReport::result).toList(),
					(results) -> results.contains(StepResult.ADDED));
	}

	/** Has the mailbox created, and says the secret that was mailed. */
	String createAndReadLink() {
		create(this.alice);
		await(ActivationReport.State.SENT, 1);
		return mailedSecrets(1).get(0);
	}

	/** Has a mailbox, and a link of its own making for issue 2. */
	String createAndIssue() {
		create(withoutContact());
		return issue(2, Instant.now().plusSeconds(600));
	}

	String issue(int issue, Instant expiresAt) {
		String secret = "secret-" + UUID.randomUUID();
		this.task.say(new ActivationOrder(ActivationOrder.Action.ISSUE, this.alice, new Attempt(issue, 1),
				LinkSecrets.hash(secret), expiresAt.truncatedTo(ChronoUnit.SECONDS)));
		await(ActivationReport.State.ISSUED, issue);
		return secret;
	}

	void order(ActivationOrder.Action action, int issue) {
		this.task.say(new ActivationOrder(action, this.alice, new Attempt(issue, 1), null, null));
	}

	ActivationReport await(ActivationReport.State state, int issue) {
		return Awaitility.await(state + " of " + issue)
			.atMost(Duration.ofSeconds(30))
			.until(() -> reports(ActivationReport.class).stream()
				.filter((report) -> report.state() == state && report.attempt().generation() == issue)
				.findFirst(), java.util.Optional::isPresent)
			.orElseThrow();
	}

	<T extends PersonEvent> List<T> reports(Class<T> type) {
		for (GetResponse message : this.task.drain("task.events")) {
			Event event = Wire.read(message);
			if (event instanceof PersonEvent said && said.person().id().equals(this.alice.id())) {
				this.heard.add(said);
			}
		}
		return this.heard.stream().filter(type::isInstance).map(type::cast).toList();
	}

	/** The secrets of the links that came by mail, each once, after so many mails. */
	List<String> mailedSecrets(int mails) {
		List<JsonNode> mailed = Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(this::linkMails, (found) -> found.size() >= mails);
		return mailed.stream().map((mail) -> {
			Matcher link = LINK.matcher(mail.get("text").asString());
			assertThat(link.find()).as("a link in %s", mail).isTrue();
			return link.group(1);
		}).distinct().toList();
	}

	List<JsonNode> linkMails() {
		return Sandbox.shared()
			.mails()
			.valueStream()
			.filter((mail) -> mail.get("recipients").toString().contains(this.alice.login() + "@home.example"))
			.toList();
	}

	String state(int issue) {
		return this.jdbc.sql("select state from activation where person_id = :person and issue = :issue")
			.param("person", this.alice.id())
			.param("issue", issue)
			.query(String.class)
			.optional()
			.orElse("none");
	}

}
