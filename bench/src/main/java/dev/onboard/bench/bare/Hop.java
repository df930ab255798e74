package dev.onboard.bench.bare;

import java.io.IOException;
import java.sql.Connection;
import java.util.concurrent.ExecutorService;

import com.rabbitmq.client.CancelCallback;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.DeliverCallback;
import dev.onboard.events.EventJson;
import dev.onboard.events.PersonEvent;

/** One program: its outbox, and the queues that it listens to. */
final class Hop {

	private static final int CONSUMERS = 16;

	private final Surroundings surroundings;

	private final Outbox outbox;

	Hop(Surroundings surroundings, String... tables) throws Exception {
		this.surroundings = surroundings;
		Connection database = surroundings.database();
		Sql.copyTables(database, tables);
		Sql.copyTables(database, "outbox");
		com.rabbitmq.client.Connection broker = surroundings
			.broker(java.util.concurrent.Executors.newCachedThreadPool());
		this.outbox = new Outbox(database, broker.createChannel());
		new Thread(this.outbox, "relay").start();
	}

	/** Handles a message; for one thread. */
	interface Handler {

		/** When it returns all is committed. */
		void handle(PersonEvent event) throws Exception;

	}

	/** Makes the handler of one consumer. */
	interface Handlers {

		Handler of(Connection database);

	}

	Surroundings surroundings() {
		return this.surroundings;
	}

	Outbox outbox() {
		return this.outbox;
	}

	/** Sixteen consumers, each with one message in hand at most, acknowledged by hand. */
	void listen(String queue, Handlers handlers) throws Exception {
		ExecutorService threads = java.util.concurrent.Executors.newFixedThreadPool(CONSUMERS);
		com.rabbitmq.client.Connection broker = this.surroundings.broker(threads);
		for (int number = 0; number < CONSUMERS; number++) {
			Channel channel = broker.createChannel();
			channel.basicQos(1);
			Handler handler = handlers.of(this.surroundings.database());
			DeliverCallback deliver = (tag, message) -> {
				try {
					handler.handle((PersonEvent) EventJson.read(message.getProperties().getType(), message.getBody()));
				}
				catch (Exception ex) {
					throw new IOException(queue, ex);
				}
				channel.basicAck(message.getEnvelope().getDeliveryTag(), false);
			};
			CancelCallback cancelled = (tag) -> {
			};
			channel.basicConsume(queue, false, deliver, cancelled);
		}
	}

}
