package dev.onboard.testing;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import dev.onboard.events.Event;
import dev.onboard.events.EventJson;
import dev.onboard.events.PersonEvent;
import dev.onboard.events.UserErase;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Speaks AMQP as one of the broker's users, the way another program would. */
public final class Wire implements AutoCloseable {

	private final Connection connection;

	private final Channel channel;

	public Wire(String user) {
		try {
			this.connection = Broker.shared().connect(user);
			this.channel = this.connection.createChannel();
			this.channel.confirmSelect();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Publishes to the topic exchange and waits for the confirm. */
	public void say(Event event) {
		publish(event.type(), properties(event), EventJson.write(event));
	}

	public static AMQP.BasicProperties properties(Event event) {
		return new AMQP.BasicProperties.Builder().type(event.type())
			.messageId(java.util.UUID.randomUUID().toString())
			.correlationId(about(event))
			.deliveryMode(2)
			.build();
	}

	private static @Nullable String about(Event event) {
		if (event instanceof UserErase erase) {
			return erase.personId().toString();
		}
		return (event instanceof PersonEvent said) ? said.person().id().toString() : null;
	}

	public void publish(String routingKey, AMQP.BasicProperties properties, byte[] body) {
		publish("onboarding", routingKey, properties, body);
	}

	/** To one queue alone, as a message that is repeated. */
	public void repeat(String queue, Event event) {
		publish("onboarding.requeue", queue, properties(event), EventJson.write(event));
	}

	private void publish(String exchange, String routingKey, AMQP.BasicProperties properties, byte[] body) {
		try {
			this.channel.basicPublish(exchange, routingKey, true, properties, body);
			this.channel.waitForConfirmsOrDie(10_000);
		}
		catch (IOException | java.util.concurrent.TimeoutException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** Waits for the next message of a queue and takes it. */
	public GetResponse take(String queue) {
		return Awaitility.await("a message in " + queue)
			.atMost(Duration.ofSeconds(30))
			.until(() -> get(queue), (message) -> message != null);
	}

	/**
	 * Waits until a queue has so many messages, which may be such that nobody can read.
	 */
	public void awaitCount(String queue, int messages) {
		Awaitility.await(messages + " messages in " + queue)
			.atMost(Duration.ofMinutes(2))
			.until(() -> this.channel.messageCount(queue) == messages);
	}

	/** Waits until a queue has at least so many messages. */
	public void awaitAtLeast(String queue, int messages) {
		Awaitility.await(messages + " messages in " + queue)
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.channel.messageCount(queue) >= messages);
	}

	public void purge(String queue) {
		try {
			this.channel.queuePurge(queue);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Takes what is there now. */
	public List<GetResponse> drain(String queue) {
		List<GetResponse> messages = new ArrayList<>();
		for (GetResponse message = get(queue); message != null; message = get(queue)) {
			messages.add(message);
		}
		return messages;
	}

	private GetResponse get(String queue) {
		try {
			return this.channel.basicGet(queue, true);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public static Event read(GetResponse message) {
		return EventJson.read(message.getProps().getType(), message.getBody());
	}

	@Override
	public void close() {
		this.connection.abort();
	}

}
