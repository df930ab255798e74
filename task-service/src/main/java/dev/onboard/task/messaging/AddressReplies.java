package dev.onboard.task.messaging;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import com.rabbitmq.client.AMQP.BasicProperties;
import dev.onboard.events.AddressReply;
import dev.onboard.events.EventJson;
import dev.onboard.events.UnreadableEventException;
import org.jspecify.annotations.Nullable;

import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hears the answers to questions that this replica has asked, by their correlation id.
 */
@Component
class AddressReplies implements SmartLifecycle, TemporaryQueue.Hearer {

	private final Map<String, CompletableFuture<AddressReply>> waiting = new ConcurrentHashMap<>();

	private final ConnectionFactory connections;

	private volatile @Nullable String queue;

	private @Nullable TemporaryQueue replies;

	AddressReplies(ConnectionFactory connections) {
		this.connections = connections;
	}

	/** Where answers go, null while they could not be heard. */
	@Nullable String queue() {
		return this.queue;
	}

	/** What is answered to the question with this id; to be forgotten in the end. */
	CompletableFuture<AddressReply> to(String id) {
		return this.waiting.computeIfAbsent(id, (key) -> new CompletableFuture<>());
	}

	void forget(String id) {
		this.waiting.remove(id);
	}

	@Override
	public void connected(String queue) {
		this.queue = queue;
	}

	@Override
	public void disconnected() {
		this.queue = null;
	}

	/** An answer that comes too late is nobody's any more. */
	@Override
	public void hear(BasicProperties properties, byte[] body) {
		CompletableFuture<AddressReply> reply = this.waiting.get(String.valueOf(properties.getCorrelationId()));
		if (reply == null) {
			return;
		}
		try {
			reply.complete(EventJson.read(AddressReply.class, properties.getType(), body));
		}
		catch (UnreadableEventException ex) {
			reply.completeExceptionally(ex);
		}
	}

	@Override
	public synchronized void start() {
		this.replies = new TemporaryQueue(this.connections, "onboarding.replies", this);
		this.replies.start();
	}

	@Override
	public synchronized void stop() {
		if (this.replies != null) {
			this.replies.stop();
			this.replies = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.replies != null;
	}

}
