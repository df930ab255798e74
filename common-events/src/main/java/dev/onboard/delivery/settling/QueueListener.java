package dev.onboard.delivery.settling;

import dev.onboard.events.Event;
import dev.onboard.events.TargetSystem;
import org.jspecify.annotations.Nullable;

/** Takes the messages of one queue, several at a time, each on one thread. */
public interface QueueListener {

	/** The queue's name in {@code rabbitmq/definitions.json}. */
	String queue();

	/** While this target is paused nothing is taken from the queue; null for none. */
	default @Nullable TargetSystem target() {
		return null;
	}

	/**
	 * Whether {@link #hear} fails for whoever was erased before it has changed anything;
	 * then nobody has to look first.
	 */
	default boolean knowsErased() {
		return false;
	}

	/**
	 * Does what the event asks for. When it returns, the message is acknowledged; so what
	 * was done must be durable then. A repeat must be harmless.
	 * @throws dev.onboard.events.UnreadableEventException if this queue does not take
	 * such events; the message is parked
	 * @throws org.springframework.dao.DataAccessException if our own database fails; the
	 * listeners pause and the message is delivered again
	 */
	void hear(Event event);

}
