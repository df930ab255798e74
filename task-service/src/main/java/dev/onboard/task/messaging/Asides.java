package dev.onboard.task.messaging;

import java.util.function.Consumer;

import dev.onboard.events.Aside;
import dev.onboard.events.EventJson;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.stereotype.Component;

/** Publishes what is said aside; it is not durable, and may reach nobody. */
@Component
class Asides {

	private final RabbitTemplate rabbit;

	/** Not the template of the outbox: that one wants to hear what reaches nobody. */
	Asides(ConnectionFactory connections) {
		this.rabbit = new RabbitTemplate(connections);
		this.rabbit.setUsePublisherConnection(true);
	}

	/**
	 * Publishes, which may take seconds while the broker is away or takes nothing.
	 * @param more that the message needs
	 * @return where the broker says whether it has the message
	 * @throws org.springframework.amqp.AmqpException if the broker cannot be reached
	 */
	CorrelationData say(String exchange, String key, Aside aside, Consumer<MessageProperties> more) {
		MessageProperties properties = new MessageProperties();
		properties.setType(aside.type());
		properties.setContentType(MessageProperties.CONTENT_TYPE_JSON);
		properties.setDeliveryMode(MessageDeliveryMode.NON_PERSISTENT);
		more.accept(properties);
		CorrelationData confirmation = new CorrelationData();
		this.rabbit.send(exchange, key, new Message(EventJson.write(aside), properties), confirmation);
		return confirmation;
	}

}
