package dev.onboard.task.messaging;

import com.rabbitmq.client.AMQP.BasicProperties;
import dev.onboard.events.EventJson;
import dev.onboard.events.PeopleChanged;
import dev.onboard.events.UnreadableEventException;
import dev.onboard.task.live.OpenPages;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hears whose page was changed by any replica, and tells the pages that are open here.
 * What was not heard while the broker was away is made up for: anybody's may have
 * changed.
 */
@Component
class LiveHearing implements SmartLifecycle, TemporaryQueue.Hearer {

	private static final Logger log = LoggerFactory.getLogger(LiveHearing.class);

	private final OpenPages pages;

	private final ConnectionFactory connections;

	private @Nullable TemporaryQueue queue;

	LiveHearing(OpenPages pages, ConnectionFactory connections) {
		this.pages = pages;
		this.connections = connections;
	}

	@Override
	public void connected(String queue) {
		this.pages.changed(PeopleChanged.ANYBODY);
	}

	@Override
	public void disconnected() {
		// Pages are told when it is connected again.
	}

	@Override
	public void hear(BasicProperties properties, byte[] body) {
		try {
			this.pages.changed(EventJson.read(PeopleChanged.class, properties.getType(), body));
		}
		catch (UnreadableEventException ex) {
			log.warn("A replica tells open pages what cannot be read, so all ask anew: {}", ex.getMessage());
			this.pages.changed(PeopleChanged.ANYBODY);
		}
	}

	@Override
	public synchronized void start() {
		this.queue = new TemporaryQueue(this.connections, LiveTelling.EXCHANGE, this);
		this.queue.start();
	}

	@Override
	public synchronized void stop() {
		if (this.queue != null) {
			this.queue.stop();
			this.queue = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.queue != null;
	}

}
