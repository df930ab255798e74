package dev.onboard.delivery.settling;

import dev.onboard.delivery.ParkedMessage;

/**
 * Takes what was parked, one message at a time, over a connection of its own: a message
 * that costs the connection costs nobody else's work.
 */
public interface ParkedListener {

	/** The queue's name in {@code rabbitmq/definitions.json}. */
	String queue();

	/**
	 * Keeps the message. When it returns, the message is acknowledged; a repeat must be
	 * harmless. A message that cannot be kept goes where the broker dead-letters it.
	 * @throws org.springframework.dao.DataAccessException if our own database fails; the
	 * listeners pause and the message is delivered again
	 */
	void hear(ParkedMessage message);

}
