package dev.onboard.delivery.settling;

import java.io.IOException;

import com.rabbitmq.client.Channel;

import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.connection.RabbitUtils;

/** Channels for one use each, beside those of the listeners. */
record QueueChannels(ConnectionFactory connections) {

	/** Closes the channel for good, which gives back what was not settled on it. */
	<T> T once(Action<T> action) throws IOException {
		try (Connection connection = this.connections.createConnection();
				Channel channel = connection.createChannel(false)) {
			RabbitUtils.setPhysicalCloseRequired(channel, true);
			return action.on(channel);
		}
		catch (java.util.concurrent.TimeoutException ex) {
			throw new IOException(ex);
		}
	}

	/** What is done on a channel. */
	interface Action<T> {

		T on(Channel channel) throws IOException;

	}

}
