package dev.onboard.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.rabbitmq.client.Connection;
import dev.onboard.testing.Broker;
import dev.onboard.testing.Database;
import dev.onboard.testing.Ports;
import dev.onboard.testing.Project;
import dev.onboard.testing.Sandbox;
import dev.onboard.testing.Wire;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A company that uses the system: the three services, what they need, and the world
 * outside, all as processes. The task-service sees the broker through a proxy, and the
 * mail-service also its mail server. One for all tests; nothing of it is reset but what a
 * test broke.
 */
final class Company {

	/** After the first, second and each further attempt. */
	static final List<Duration> RETRY_DELAYS = List.of(Duration.ofMillis(500), Duration.ofSeconds(1),
			Duration.ofSeconds(2));

	/** Most messages of one queue that a service has in hand. */
	static final int IN_HAND = 16;

	static final List<String> WORK_QUEUES = List.of("mail.create", "mail.control", "web.redmine", "web.slack",
			"web.control", "task.events");

	/** Between two posts to Slack. */
	static final Duration SLACK_PACE = Duration.ofMillis(20);

	static final int MAX_ATTEMPTS = 8;

	/** An import waits while so many wait for their mailbox, so it takes a while. */
	static final int IMPORT_BACKLOG = 10;

	static final String BOT_TOKEN = "xoxb-of-these-tests";

	static final String MAIL_KEY = "the key of the mail-service in these tests";

	static final String TASK_KEY = "the key of the task-service in these tests";

	static final String ADMIN_TOKEN = "the-administrators-token-of-these-tests";

	/** All that anybody consumes. */
	static final List<String> CONSUMED = Stream.concat(WORK_QUEUES.stream(), Stream.of("task.parked")).toList();

	private static final String UNREADABLE = "task.unreadable";

	private static final List<String> QUEUES = Stream.concat(CONSUMED.stream(), Stream.of(UNREADABLE)).toList();

	private final Broker broker = Broker.shared();

	private final Database database = Database.shared();

	private final Sandbox sandbox = Sandbox.shared();

	private final Management management = new Management(this.broker);

	private final Proxy webAdmin = new Proxy(URI.create(this.sandbox.webAdminUrl()).getPort());

	private final Proxy smtp = new Proxy(this.sandbox.smtpPort());

	private final Proxy brokerOfTask = new Proxy(this.broker.port());

	private final Alerts alerts = new Alerts();

	private final Collector collector = new Collector();

	private final int mailPort = Ports.free();

	private final Service task = service("task-service");

	private final Service mail = service("mail-service", this.mailPort);

	private final Service web = service("web-service");

	private final Api api = new Api(this.task);

	private Company() {
	}

	/** The company of this test run, with everything up and well. */
	static Company open() {
		Company company = Shared.COMPANY;
		company.recover();
		return company;
	}

	private void recover() {
		this.webAdmin.become(Proxy.Mood.WELL);
		this.smtp.become(Proxy.Mood.WELL);
		this.brokerOfTask.become(Proxy.Mood.WELL);
		this.sandbox.behave();
		this.database.start();
		this.broker.start();
		List<Service> services = List.of(this.task, this.mail, this.web);
		services.forEach(Service::launch);
		services.forEach(Service::awaitReady);
		forgetParked();
	}

	/**
	 * Another task-service, which asks again for what it has not heard of for a second.
	 */
	Service watchdog() {
		Map<String, String> environment = environment("task-service");
		environment.put("ONBOARD_WATCHDOG_SILENCE", "1s");
		environment.put("ONBOARD_WATCHDOG_INTERVAL", "500ms");
		return new Service("task-service", Ports.free(), environment);
	}

	/** Another one of this name, beside those that run; to be started and stopped. */
	Service service(String name) {
		return service(name, Ports.free());
	}

	private Service service(String name, int port) {
		return new Service(name, port, environment(name));
	}

	/** Another web-service, which announces people as a bot. */
	Service bot() {
		Map<String, String> environment = environment("web-service");
		environment.put("SLACK_BOT_TOKEN", BOT_TOKEN);
		environment.put("SLACK_CHANNEL", "C0STORY");
		environment.put("SLACK_API_URL", this.sandbox.url() + "/api");
		environment.remove("SLACK_WEBHOOK_URL");
		return new Service("web-service", Ports.free(), environment);
	}

	private Map<String, String> environment(String name) {
		Map<String, String> environment = new HashMap<>();
		environment.put("SPRING_DATASOURCE_URL", this.database.url());
		environment.put("SPRING_DATASOURCE_PASSWORD", Project.PASSWORD);
		environment.put("SPRING_RABBITMQ_HOST", "127.0.0.1");
		environment.put("SPRING_RABBITMQ_PORT", Integer.toString(brokerOf(name)));
		environment.put("SPRING_RABBITMQ_PASSWORD", Project.PASSWORD);
		environment.put("ONBOARD_DELIVERY_LEASE", "5s");
		environment.put("ONBOARD_DELIVERY_RETRY_DELAYS", "500ms,1s,2s");
		environment.put("ONBOARD_DELIVERY_RETRY_MAX_ATTEMPTS", Integer.toString(MAX_ATTEMPTS));
		environment.put("ONBOARD_DELIVERY_CIRCUIT_PROBE_DELAYS", "500ms,1s");
		environment.put("ONBOARD_SLACK_PACE", SLACK_PACE.toMillis() + "ms");
		environment.put("ONBOARD_IMPORTS_BACKLOG", Integer.toString(IMPORT_BACKLOG));
		environment.put("MAIL_KEY", MAIL_KEY);
		environment.put("TASK_KEY", TASK_KEY);
		environment.put("ONBOARD_ADMIN_TOKEN", ADMIN_TOKEN);
		environment.put("PUBLIC_URL", "http://127.0.0.1:" + this.mailPort);
		environment.put("ALERT_WEBHOOK_URL", this.alerts.url());
		environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", this.collector.url());
		environment.put("LOG_FORMAT", "json");
		environment.put("JAMES_WEBADMIN_URL", "http://127.0.0.1:" + this.webAdmin.port());
		environment.put("SMTP_HOST", "127.0.0.1");
		environment.put("SMTP_PORT", Integer.toString(this.smtp.port()));
		// By default it would outlast the lease.
		environment.put("SPRING_MAIL_PROPERTIES_MAIL_SMTP_TIMEOUT", "4000");
		environment.put("SLACK_WEBHOOK_URL", this.sandbox.url() + "/services/T0/B0/story");
		return environment;
	}

	private int brokerOf(String service) {
		return service.equals("task-service") ? this.brokerOfTask.port() : this.broker.port();
	}

	Broker broker() {
		return this.broker;
	}

	Database database() {
		return this.database;
	}

	Management management() {
		return this.management;
	}

	Sandbox sandbox() {
		return this.sandbox;
	}

	Service task() {
		return this.task;
	}

	Service mail() {
		return this.mail;
	}

	Service web() {
		return this.web;
	}

	Api api() {
		return this.api;
	}

	/** What administrators were alerted to. */
	Alerts alerts() {
		return this.alerts;
	}

	/** Where the traces of all services go. */
	Collector collector() {
		return this.collector;
	}

	/** Where the mail-service creates mailboxes. */
	Proxy webAdmin() {
		return this.webAdmin;
	}

	/** Where the mail-service sends mail. */
	Proxy smtp() {
		return this.smtp;
	}

	/** Where the task-service meets the broker. */
	Proxy brokerOfTask() {
		return this.brokerOfTask;
	}

	/** Returns while they arrive. */
	Crowd crowd(String name, int size) {
		return new Crowd(name, size, List.of(this.api));
	}

	PersonPage awaitReady(UUID person, Duration limit) {
		return Awaitility.await()
			.atMost(limit)
			.ignoreExceptionsInstanceOf(IOException.class)
			.until(() -> this.api.page(person), PersonPage::isReady);
	}

	/** Waits until the mails are delivered that the mail server has accepted. */
	Effects effectsOn(Crowd crowd) {
		return effectsOn(crowd.addresses());
	}

	/** As the other one. */
	Effects effectsOn(Set<String> addresses) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> Effects.on(addresses, this.sandbox),
					(effects) -> effects.welcomeMails().size() == addresses.size());
	}

	/** Nothing waits, nothing is in hand, nothing is parked or unreadable. */
	void awaitEmptyQueues() {
		awaitNothingWaiting();
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.pollInterval(Duration.ofMillis(500))
			.untilAsserted(() -> assertThat(this.management.messages()).containsOnlyKeys(QUEUES)
				.allSatisfy((queue, messages) -> assertThat(messages).as(queue).isZero()));
	}

	/**
	 * Nothing waits, nothing is parked or unreadable; tells that sooner than management
	 * does.
	 */
	void awaitNothingWaiting() {
		QUEUES.forEach((queue) -> await(queue, (messages) -> messages == 0));
		Awaitility.await("nothing parked")
			.ignoreExceptionsInstanceOf(IOException.class)
			.until(() -> this.api.parked().isEmpty());
	}

	void awaitWaiting(String queue, int messages) {
		await(queue, (waiting) -> waiting == messages);
	}

	/** The messages that wait for somebody to look at, and how many are unreadable. */
	List<JsonNode> awaitParked(int atLeast, int unreadable) {
		await(UNREADABLE, (messages) -> messages == unreadable);
		return Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.until(this.api::parked, (parked) -> parked.size() >= atLeast);
	}

	private int await(String queue, Predicate<Integer> messages) {
		String owner = queue.substring(0, queue.indexOf('.'));
		return Awaitility.await(queue).atMost(Duration.ofMinutes(1)).until(() -> {
			try (Connection connection = this.broker.connect(owner)) {
				return (int) connection.createChannel().messageCount(queue);
			}
		}, messages::test);
	}

	void forgetParked() {
		try (Wire wire = new Wire("task")) {
			wire.purge(UNREADABLE);
		}
		try {
			for (JsonNode message : this.api.parked()) {
				this.api.discard(message.required("id").asString());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static final class Shared {

		private static final Company COMPANY = new Company();

		private Shared() {
		}

	}

}
