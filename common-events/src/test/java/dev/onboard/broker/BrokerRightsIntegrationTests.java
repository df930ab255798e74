package dev.onboard.broker;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.AuthenticationFailureException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.ShutdownSignalException;
import dev.onboard.testing.Broker;
import dev.onboard.testing.Wire;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Each user may do what its service does, and everything else is refused with 403. */
class BrokerRightsIntegrationTests {

	private static final Map<String, List<String>> PUBLISHES = Map.of("task",
			List.of("onboarding user.create", "onboarding user.erase", "onboarding user.mail.retry",
					"onboarding user.redmine.retry", "onboarding user.slack.retry", "onboarding user.activation.issue",
					"onboarding user.activation.send", "onboarding user.activation.revoke",
					"onboarding target.mail.resume", "onboarding target.redmine.resume",
					"onboarding target.slack.resume", "onboarding.requeue task.events",
					"onboarding.requeue mail.create", "onboarding.requeue mail.control",
					"onboarding.requeue web.redmine", "onboarding.requeue web.slack", "onboarding.requeue web.control",
					"onboarding.dead task.events", "onboarding address.question", "onboarding.live "),
			"mail",
			List.of("onboarding user.mail.added", "onboarding user.mail.skipped", "onboarding user.mail.retrying",
					"onboarding user.mail.failed", "onboarding user.activation.sent",
					"onboarding user.activation.failed", "onboarding user.activation.issued",
					"onboarding user.activation.used", "onboarding user.activation.revoked",
					"onboarding target.mail.paused", "onboarding target.mail.resumed", "onboarding target.mail.status",
					"onboarding.requeue mail.create", "onboarding.requeue mail.control", "onboarding.dead mail.create",
					"onboarding.replies amq.gen-x"),
			"web",
			List.of("onboarding user.redmine.added", "onboarding user.redmine.skipped",
					"onboarding user.redmine.retrying", "onboarding user.redmine.failed", "onboarding user.slack.added",
					"onboarding user.slack.skipped", "onboarding user.slack.retrying", "onboarding user.slack.failed",
					"onboarding target.redmine.paused", "onboarding target.redmine.resumed",
					"onboarding target.redmine.status", "onboarding target.slack.paused",
					"onboarding target.slack.resumed", "onboarding target.slack.status",
					"onboarding.requeue web.redmine", "onboarding.requeue web.slack", "onboarding.requeue web.control",
					"onboarding.dead web.slack"),
			"monitoring", List.of());

	private static final Map<String, List<String>> CONSUMES = Map.of("task",
			List.of("task.events", "task.parked", "task.unreadable"), "mail",
			List.of("mail.create", "mail.control", "mail.address-check"), "web",
			List.of("web.redmine", "web.slack", "web.control"), "monitoring", List.of());

	static final List<String> USERS = List.of("task", "mail", "web", "monitoring");

	private @Nullable Connection connection;

	@AfterEach
	void disconnect() {
		if (this.connection != null) {
			this.connection.abort();
		}
	}

	@AfterAll
	static void purge() {
		CONSUMES.forEach((user, queues) -> {
			try (Wire wire = new Wire(user)) {
				queues.forEach(wire::purge);
			}
		});
	}

	static Stream<Arguments> publications() {
		List<String> all = Stream
			.concat(PUBLISHES.values().stream().flatMap(List::stream),
					Stream.of("onboarding user.mail.refresh", "onboarding user.create.x",
							"onboarding target.jira.paused", "onboarding user.activation.given", "onboarding anything",
							"onboarding.dead mail.create", " mail.create", " task.parked", " mail.address-check",
							"onboarding address.reply", "amq.topic user.create", "amq.fanout x", "amq.direct x"))
			.distinct()
			.sorted()
			.toList();
		return USERS.stream().flatMap((user) -> all.stream().map((target) -> Arguments.of(user, target)));
	}

	@ParameterizedTest(name = "{0} to {1}")
	@MethodSource("publications")
	void publishesItsOwnKeysOnly(String user, String target) throws Exception {
		String exchange = target.substring(0, target.indexOf(' '));
		String key = target.substring(target.indexOf(' ') + 1);
		boolean dead = exchange.equals("onboarding.dead") && !user.equals("monitoring");
		boolean allowed = dead || PUBLISHES.get(user).contains(target);
		assertThat(refusal(user, (channel) -> {
			channel.confirmSelect();
			channel.basicPublish(exchange, key, new AMQP.BasicProperties(), new byte[0]);
			channel.waitForConfirms(10_000);
		})).isEqualTo(allowed ? null : Integer.valueOf(AMQP.ACCESS_REFUSED));
	}

	static Stream<Arguments> consumptions() {
		return USERS.stream()
			.flatMap((user) -> CONSUMES.values()
				.stream()
				.flatMap(List::stream)
				.map((queue) -> Arguments.of(user, queue)));
	}

	@ParameterizedTest(name = "{0} from {1}")
	@MethodSource("consumptions")
	void consumesItsOwnQueuesOnly(String user, String queue) throws Exception {
		assertThat(refusal(user, (channel) -> channel.basicConsume(queue, false, new DefaultConsumer(channel))))
			.isEqualTo(CONSUMES.get(user).contains(queue) ? null : Integer.valueOf(AMQP.ACCESS_REFUSED));
	}

	@ParameterizedTest
	@FieldSource("USERS")
	void changesNothingOfTheTopology(String user) throws Exception {
		for (Action change : List.<Action>of((channel) -> channel.queueDeclare("mine", true, false, false, null),
				(channel) -> channel.queueDelete("mail.create"), (channel) -> channel.exchangeDelete("onboarding"),
				(channel) -> channel.exchangeDeclare("mine", "topic", true),
				(channel) -> channel.queueBind("task.events", "onboarding", "#"),
				(channel) -> channel.queueBind("mail.address-check", "onboarding", "#"),
				(channel) -> channel.queueUnbind("mail.create", "onboarding", "user.create"))) {
			assertThat(refusal(user, change)).isEqualTo(AMQP.ACCESS_REFUSED);
		}
	}

	@ParameterizedTest
	@FieldSource("USERS")
	void onlyTheTaskServiceHasTemporaryQueues(String user) throws Exception {
		assertThat(refusal(user, Channel::queueDeclare))
			.isEqualTo(user.equals("task") ? null : Integer.valueOf(AMQP.ACCESS_REFUSED));
	}

	@ParameterizedTest
	@CsvSource({ "onboarding.live,", "onboarding.replies,", "onboarding,403", "onboarding.requeue,403",
			"onboarding.dead,403", "amq.topic,403" })
	void aTemporaryQueueHearsOnlyWhatIsMeantForIt(String exchange, @Nullable Integer expected) throws Exception {
		assertThat(refusal("task", (channel) -> {
			String queue = channel.queueDeclare().getQueue();
			assertThat(queue).startsWith("amq.gen");
			channel.queueBind(queue, exchange, queue);
			channel.basicConsume(queue, true, new DefaultConsumer(channel));
		})).isEqualTo(expected);
	}

	@Test
	void whoHearsATemporaryQueueIsTheOnlyOne() throws Exception {
		try (Connection other = Broker.shared().connect("task")) {
			String queue = other.createChannel().queueDeclare().getQueue();
			assertThat(refusal("task", (channel) -> channel.basicConsume(queue, true, new DefaultConsumer(channel))))
				.isEqualTo(AMQP.RESOURCE_LOCKED);
		}
	}

	@Test
	void guestIsUnknown() {
		assertThatExceptionOfType(AuthenticationFailureException.class)
			.isThrownBy(() -> Broker.shared().connect("guest"));
	}

	/** The reply code that the channel was closed with, null if it was not. */
	private @Nullable Integer refusal(String user, Action action) throws Exception {
		if (this.connection == null) {
			this.connection = Broker.shared().connect(user);
		}
		Channel channel = this.connection.createChannel();
		try {
			action.on(channel);
			channel.abort();
			return null;
		}
		catch (IOException ex) {
			return code((ShutdownSignalException) ex.getCause());
		}
		catch (AlreadyClosedException ex) {
			return code(ex);
		}
		catch (ShutdownSignalException ex) {
			return code(ex);
		}
	}

	private static int code(ShutdownSignalException shutdown) {
		return ((AMQP.Channel.Close) shutdown.getReason()).getReplyCode();
	}

	private interface Action {

		void on(Channel channel) throws Exception;

	}

}
