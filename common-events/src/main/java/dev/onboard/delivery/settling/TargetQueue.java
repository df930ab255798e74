package dev.onboard.delivery.settling;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.GetResponse;
import dev.onboard.events.TargetSystem;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.support.DefaultMessagePropertiesConverter;
import org.springframework.amqp.rabbit.support.MessagePropertiesConverter;

/** The queue where people wait for a target, reached without its listener. */
final class TargetQueue {

	private static final MessagePropertiesConverter PROPERTIES = new DefaultMessagePropertiesConverter();

	private final QueueListener listener;

	private final Settling settling;

	private final QueueChannels channels;

	TargetQueue(QueueListener listener, Settling settling, QueueChannels channels) {
		this.listener = listener;
		this.settling = settling;
		this.channels = channels;
	}

	String name() {
		return this.listener.queue();
	}

	TargetSystem target() {
		return Objects.requireNonNull(this.listener.target());
	}

	/** Takes one message and settles it as the listener would; false if none is there. */
	boolean takeOne() throws IOException {
		return this.channels.once((channel) -> {
			GetResponse response = channel.basicGet(name(), false);
			if (response == null) {
				return false;
			}
			this.settling.onMessage(new Message(response.getBody(), PROPERTIES.toMessageProperties(response.getProps(),
					response.getEnvelope(), StandardCharsets.UTF_8.name())), channel);
			return true;
		});
	}

	/** How many messages wait and how many consumers there are, over all replicas. */
	AMQP.Queue.DeclareOk figures() throws IOException {
		return this.channels.once((channel) -> channel.queueDeclarePassive(name()));
	}

}
