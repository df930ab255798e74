package dev.onboard.task.messaging;

import java.util.OptionalInt;

import dev.onboard.task.UnreadableMessages;

import org.springframework.amqp.AmqpException;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.stereotype.Component;

/** Where the broker puts what no client reads; nobody takes anything from there. */
@Component
class UnreadableQueue implements UnreadableMessages {

	private final RabbitTemplate rabbit;

	UnreadableQueue(RabbitTemplate rabbit) {
		this.rabbit = rabbit;
	}

	@Override
	public OptionalInt count() {
		try {
			Integer count = this.rabbit
				.execute((channel) -> channel.queueDeclarePassive("task.unreadable").getMessageCount());
			return (count != null) ? OptionalInt.of(count) : OptionalInt.empty();
		}
		catch (AmqpException ex) {
			return OptionalInt.empty();
		}
	}

}
