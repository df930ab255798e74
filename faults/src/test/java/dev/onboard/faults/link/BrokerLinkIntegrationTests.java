package dev.onboard.faults.link;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.MessageProperties;
import dev.onboard.faults.link.BrokerLink.Moment;
import dev.onboard.testing.Broker;
import dev.onboard.testing.Project;
import dev.onboard.testing.Wire;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/** The moments of a message, on its way through a real broker. */
class BrokerLinkIntegrationTests {

	private static final String QUEUE = "mail.create";

	private final BrokerLink link = BrokerLink.to(Broker.shared().port());

	private final Wire mail = new Wire("mail");

	@BeforeEach
	void nothingWaits() {
		this.mail.purge(QUEUE);
	}

	@AfterEach
	void close() {
		this.mail.close();
		this.link.close();
	}

	@Test
	void aPublisherCanBeCutOffBeforeItKnows() throws Exception {
		List<Integer> waiting = new ArrayList<>();
		Connection task = connect("task");
		Channel channel = confirming(task);
		this.link.onNext(Moment.BEFORE_CONFIRM, () -> {
			this.mail.awaitCount(QUEUE, 1);
			waiting.add(1);
			this.link.reset();
		});
		assertThatException().isThrownBy(() -> publish(channel));
		assertThat(waiting).hasSize(1);
		Awaitility.await().until(() -> !task.isOpen());
		assertThat(this.mail.drain(QUEUE)).hasSize(1);
	}

	@Test
	void aPublisherCanBeCutOffOnceItKnows() throws Exception {
		try (Connection task = connect("task")) {
			Channel channel = confirming(task);
			CountDownLatch known = new CountDownLatch(1);
			channel.addConfirmListener((tag, multiple) -> known.countDown(), (tag, multiple) -> {
			});
			CompletableFuture<Boolean> knew = new CompletableFuture<>();
			this.link.onNext(Moment.AFTER_CONFIRM, () -> knew.complete(await(known)));
			publish(channel);
			publish(channel);
			assertThat(knew.get(10, TimeUnit.SECONDS)).isTrue();
		}
		assertThat(this.mail.drain(QUEUE)).hasSize(2);
	}

	private static boolean await(CountDownLatch latch) {
		try {
			return latch.await(5, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	@Test
	void anAcknowledgementCanBeKeptFromTheBroker() throws Exception {
		try (Wire task = new Wire("task")) {
			task.publish("user.create", new BasicProperties(), body());
		}
		Connection consumer = connect("mail");
		Channel channel = consumer.createChannel();
		GetResponse message = channel.basicGet(QUEUE, false);
		this.link.onNext(Moment.BEFORE_ACK, this.link::reset);
		channel.basicAck(message.getEnvelope().getDeliveryTag(), false);
		Awaitility.await().until(() -> !consumer.isOpen());
		GetResponse again = this.mail.take(QUEUE);
		assertThat(again.getEnvelope().isRedeliver()).isTrue();
	}

	@Test
	void anAcknowledgementIsKeptIfWhoSaidItHasGone() throws Exception {
		try (Wire task = new Wire("task")) {
			task.publish("user.create", new BasicProperties(), body());
		}
		Connection consumer = connect("mail");
		Channel channel = consumer.createChannel();
		GetResponse message = channel.basicGet(QUEUE, false);
		this.link.onNext(Moment.BEFORE_ACK, () -> consumer.abort(0));
		channel.basicAck(message.getEnvelope().getDeliveryTag(), false);
		Awaitility.await().until(() -> !consumer.isOpen());
		assertThat(this.mail.take(QUEUE).getEnvelope().isRedeliver()).isTrue();
	}

	@Test
	void everythingElsePasses() throws Exception {
		try (Connection task = connect("task")) {
			Channel channel = confirming(task);
			channel.basicPublish("onboarding", "user.create", true, new BasicProperties(), new byte[120_000]);
			channel.waitForConfirmsOrDie(10_000);
		}
		assertThat(this.mail.take(QUEUE).getBody()).hasSize(120_000);
		assertThat(this.link.connections()).isEqualTo(1);
	}

	private Connection connect(String user) throws Exception {
		ConnectionFactory factory = new ConnectionFactory();
		factory.setHost("127.0.0.1");
		factory.setPort(this.link.port());
		factory.setUsername(user);
		factory.setPassword(Project.PASSWORD);
		factory.setAutomaticRecoveryEnabled(false);
		return factory.newConnection();
	}

	private static Channel confirming(Connection connection) throws Exception {
		Channel channel = connection.createChannel();
		channel.confirmSelect();
		return channel;
	}

	private static void publish(Channel channel) throws Exception {
		channel.basicPublish("onboarding", "user.create", true, MessageProperties.MINIMAL_PERSISTENT_BASIC, body());
		channel.waitForConfirmsOrDie(10_000);
	}

	private static byte[] body() {
		return "{}".getBytes(StandardCharsets.UTF_8);
	}

}
