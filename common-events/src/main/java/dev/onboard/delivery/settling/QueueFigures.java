package dev.onboard.delivery.settling;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.rabbitmq.client.AMQP;
import dev.onboard.delivery.Figure;
import dev.onboard.delivery.Figures;

/** How many messages wait in our queues, and who takes them, over all replicas. */
final class QueueFigures implements Figures {

	private final List<String> queues;

	private final QueueChannels channels;

	QueueFigures(List<String> queues, QueueChannels channels) {
		this.queues = queues;
		this.channels = channels;
	}

	@Override
	public List<Figure> take() throws IOException {
		List<Figure> figures = new ArrayList<>();
		for (String queue : this.queues) {
			AMQP.Queue.DeclareOk counted = this.channels.once((channel) -> channel.queueDeclarePassive(queue));
			figures.add(new Figure("onboard.queue.messages", "Messages in the queue that nobody has in hand", "queue",
					queue, counted.getMessageCount()));
			figures.add(new Figure("onboard.queue.consumers", "How many take messages of the queue, over all replicas",
					"queue", queue, counted.getConsumerCount()));
		}
		return figures;
	}

}
