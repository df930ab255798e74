package dev.onboard.story;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import dev.onboard.testing.Broker;
import dev.onboard.testing.Project;

/** Hears every message from now on, as somebody could who rules the broker. */
final class Tap implements AutoCloseable {

	private static final String USER = "tap";

	private final List<String> messages = new CopyOnWriteArrayList<>();

	private final Broker broker;

	private final Connection connection;

	Tap(Broker broker) throws Exception {
		this.broker = broker;
		broker.ctl("add_user", USER, Project.PASSWORD);
		broker.ctl("set_permissions", USER, ".*", ".*", ".*");
		this.connection = broker.connect(USER);
		Channel channel = this.connection.createChannel();
		String queue = channel.queueDeclare().getQueue();
		channel.queueBind(queue, "onboarding", "#");
		channel.queueBind(queue, "onboarding.dead", "");
		for (String repeated : Company.WORK_QUEUES) {
			channel.queueBind(queue, "onboarding.requeue", repeated);
		}
		channel
			.basicConsume(
					queue, true, (tag, message) -> this.messages.add(message.getProperties() + " "
							+ message.getEnvelope() + " " + new String(message.getBody(), StandardCharsets.UTF_8)),
					(tag) -> {
					});
	}

	List<String> messages() {
		return List.copyOf(this.messages);
	}

	@Override
	public void close() {
		this.connection.abort();
		this.broker.ctl("delete_user", USER);
	}

}
