package dev.onboard.task.messaging;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import dev.onboard.delivery.OwnTrouble;
import dev.onboard.delivery.Rounds;

import org.springframework.amqp.AmqpException;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.connection.RabbitUtils;

/**
 * A queue that only this process hears: named by the broker, exclusive, gone with the
 * connection, and made anew by itself, with growing pauses while the broker is away. What
 * comes meanwhile is lost, and nothing is acknowledged.
 */
final class TemporaryQueue {

	/** Before another queue takes the place of one that is gone. */
	private static final Duration PAUSE = Duration.ofMillis(500);

	private static final Duration LONGEST_STOP = Duration.ofSeconds(2);

	private final ConnectionFactory connections;

	private final String exchange;

	private final Hearer hearer;

	private final Semaphore gone = new Semaphore(0);

	private final Rounds rounds;

	/**
	 * @param exchange that the queue is bound to, by its own name
	 */
	TemporaryQueue(ConnectionFactory connections, String exchange, Hearer hearer) {
		this.connections = connections;
		this.exchange = exchange;
		this.hearer = hearer;
		this.rounds = new Rounds(exchange, "Hearing from " + exchange, OwnTrouble.SHORT_BACK_OFF,
				Set.of(AmqpException.class, ShutdownSignalException.class), this::round);
	}

	/** Who hears it, one call after the other. */
	interface Hearer {

		/** From now on everything is heard that is sent to this queue. */
		void connected(String queue);

		/** Nothing is heard until {@link #connected} again. */
		void disconnected();

		/** Must return soon. */
		void hear(BasicProperties properties, byte[] body);

	}

	void start() {
		this.rounds.start();
	}

	/** Waits until nothing is heard any more, for two seconds at most. */
	void stop() {
		this.rounds.ask();
		this.gone.release();
		this.rounds.stop(LONGEST_STOP);
	}

	private void round(Rounds.Stop stop) throws IOException, TimeoutException, InterruptedException {
		listen(stop);
		stop.await(PAUSE);
	}

	/** Returns when the queue is gone. */
	private void listen(Rounds.Stop stop) throws IOException, TimeoutException, InterruptedException {
		try (Connection connection = this.connections.createConnection();
				Channel channel = connection.createChannel(false)) {
			RabbitUtils.setPhysicalCloseRequired(channel, true);
			this.gone.drainPermits();
			String queue = channel.queueDeclare().getQueue();
			channel.queueBind(queue, this.exchange, queue);
			channel.basicConsume(queue, true, new Consumer(channel));
			if (!stop.isAsked()) {
				hear(queue);
			}
		}
	}

	private void hear(String queue) throws InterruptedException {
		this.hearer.connected(queue);
		try {
			this.gone.acquire();
		}
		finally {
			this.hearer.disconnected();
		}
	}

	private final class Consumer extends DefaultConsumer {

		private Consumer(Channel channel) {
			super(channel);
		}

		@Override
		public void handleDelivery(String tag, Envelope envelope, BasicProperties properties, byte[] body) {
			TemporaryQueue.this.hearer.hear(properties, body);
		}

		@Override
		public void handleCancel(String tag) {
			TemporaryQueue.this.gone.release();
		}

		@Override
		public void handleShutdownSignal(String tag, ShutdownSignalException signal) {
			TemporaryQueue.this.gone.release();
		}

	}

}
