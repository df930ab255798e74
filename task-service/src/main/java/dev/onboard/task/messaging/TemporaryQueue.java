package dev.onboard.task.messaging;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import dev.onboard.delivery.OwnTrouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.connection.RabbitUtils;
import org.springframework.util.backoff.BackOffExecution;

/**
 * A queue that only this process hears: named by the broker, exclusive, gone with the
 * connection, and made anew by itself, with growing pauses while the broker is away. What
 * comes meanwhile is lost, and nothing is acknowledged. It is started and stopped once.
 */
final class TemporaryQueue {

	private static final Logger log = LoggerFactory.getLogger(TemporaryQueue.class);

	private static final Duration LONGEST_STOP = Duration.ofSeconds(2);

	private final ConnectionFactory connections;

	private final String exchange;

	private final Hearer hearer;

	private final CountDownLatch stopping = new CountDownLatch(1);

	private final Semaphore gone = new Semaphore(0);

	private final Thread thread;

	/**
	 * @param exchange that the queue is bound to, by its own name
	 */
	TemporaryQueue(ConnectionFactory connections, String exchange, Hearer hearer) {
		this.connections = connections;
		this.exchange = exchange;
		this.hearer = hearer;
		this.thread = new Thread(this::run, exchange);
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
		this.thread.start();
	}

	/** Waits until nothing is heard any more, for two seconds at most. */
	void stop() {
		this.stopping.countDown();
		this.gone.release();
		try {
			this.thread.join(LONGEST_STOP.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void run() {
		BackOffExecution backOff = OwnTrouble.SHORT_BACK_OFF.start();
		boolean known = false;
		while (this.stopping.getCount() > 0) {
			try {
				listen();
				backOff = OwnTrouble.SHORT_BACK_OFF.start();
				known = false;
			}
			catch (IOException | TimeoutException | RuntimeException ex) {
				log.atLevel(known ? Level.DEBUG : Level.WARN).log("Nothing is heard from {}: {}", this.exchange, ex);
				known = true;
			}
			catch (InterruptedException ex) {
				return;
			}
			OwnTrouble.pause(backOff, this.stopping);
		}
	}

	/** Returns when the queue is gone. */
	private void listen() throws IOException, TimeoutException, InterruptedException {
		try (Connection connection = this.connections.createConnection();
				Channel channel = connection.createChannel(false)) {
			RabbitUtils.setPhysicalCloseRequired(channel, true);
			this.gone.drainPermits();
			String queue = channel.queueDeclare().getQueue();
			channel.queueBind(queue, this.exchange, queue);
			channel.basicConsume(queue, true, new Consumer(channel));
			if (this.stopping.getCount() > 0) {
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
