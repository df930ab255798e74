package dev.onboard.faults.world;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import dev.onboard.testing.Broker;
import dev.onboard.testing.Project;
import org.jspecify.annotations.Nullable;

/** Hears every message, as somebody could who rules the broker. */
final class Tap implements AutoCloseable {

	private static final String USER = "ruler";

	private static final List<String> QUEUES = List.of("mail.create", "mail.control", "web.redmine", "web.slack",
			"web.control", "task.events");

	private final Broker broker;

	private Consumer<String> listener = (message) -> {
	};

	private @Nullable Connection connection;

	Tap(Broker broker) {
		this.broker = broker;
	}

	void listenWith(Consumer<String> listener) {
		this.listener = listener;
	}

	/** Listens again if the broker has forgotten it. */
	void listen() {
		if (this.connection != null && this.connection.isOpen()) {
			return;
		}
		try {
			this.connection = connect();
			Channel channel = this.connection.createChannel();
			String queue = channel.queueDeclare("", false, true, true, Map.of("x-max-length", 100_000)).getQueue();
			channel.queueBind(queue, "onboarding", "#");
			channel.queueBind(queue, "onboarding.dead", "");
			for (String repeated : QUEUES) {
				channel.queueBind(queue, "onboarding.requeue", repeated);
			}
			channel.basicConsume(queue, true,
					(tag, message) -> this.listener
						.accept(message.getProperties() + " " + new String(message.getBody(), StandardCharsets.UTF_8)),
					(tag) -> {
					});
		}
		catch (Exception ex) {
			throw new IllegalStateException("the broker cannot be listened to", ex);
		}
	}

	/** A connection that may do everything. */
	Connection connect() throws Exception {
		if (!this.broker.ctl("list_users").contains(USER)) {
			this.broker.ctl("add_user", USER, Project.PASSWORD);
			this.broker.ctl("set_permissions", USER, ".*", ".*", ".*");
		}
		return this.broker.connect(USER);
	}

	@Override
	public void close() {
		if (this.connection != null) {
			this.connection.abort();
		}
	}

}
