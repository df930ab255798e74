package dev.onboard.delivery.settling;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

import com.rabbitmq.client.Channel;
import dev.onboard.delivery.OwnTrouble;
import dev.onboard.delivery.outbox.Exchanges;
import dev.onboard.events.Event;
import dev.onboard.events.EventJson;
import dev.onboard.events.UnreadableEventException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.listener.api.ChannelAwareMessageListener;
import org.springframework.util.unit.DataSize;

/**
 * Decides first, then settles exactly once. A settlement that fails leaves the listener:
 * the container restarts the consumer, and the broker delivers the message again.
 */
final class Settling implements ChannelAwareMessageListener {

	static final DataSize LARGEST_BODY = DataSize.ofKilobytes(64);

	/**
	 * Deliveries after which our trouble seems to be with this message alone, such as a
	 * row that somebody has locked. At twice as many the broker parks it.
	 */
	private static final int MANY = 10;

	private static final Duration LATER = Duration.ofSeconds(10);

	private static final Logger log = LoggerFactory.getLogger(Settling.class);

	private enum Verdict {

		/** It is done and what follows is durable. */
		ACK,
		/**
		 * Not even parking worked, and the database is not to blame: the broker parks.
		 */
		REJECT,
		/**
		 * Our own trouble. The listeners are being stopped, and closing the channel gives
		 * the message back, once; a nack would bounce until they have stopped.
		 */
		LEAVE

	}

	private final QueueListener listener;

	private final Parking parking;

	private final Listeners listeners;

	private final Hearing hearing;

	Settling(QueueListener listener, Parking parking, Listeners listeners, Hearing hearing) {
		this.listener = listener;
		this.parking = parking;
		this.listeners = listeners;
		this.hearing = hearing;
	}

	@Override
	public void onMessage(Message message, @Nullable Channel channel) throws IOException {
		Objects.requireNonNull(channel, "the container acknowledges by hand");
		long tag = message.getMessageProperties().getDeliveryTag();
		Verdict verdict = this.hearing.inHand(this.listener.queue(), () -> decide(message));
		if (verdict == Verdict.ACK) {
			channel.basicAck(tag, false);
		}
		else if (verdict == Verdict.REJECT) {
			channel.basicReject(tag, false);
		}
	}

	private Verdict decide(Message message) {
		return attempt(message, () -> {
			Event event = read(message);
			return this.hearing.about(event, message, this.listener.queue(), () -> hear(event, message));
		});
	}

	private Verdict hear(Event event, Message message) {
		return attempt(message, () -> {
			this.listener.hear(event);
			return Verdict.ACK;
		});
	}

	private Verdict attempt(Message message, Supplier<Verdict> attempt) {
		try {
			return attempt.get();
		}
		catch (Throwable failure) {
			return OwnTrouble.is(failure) ? leave(message, failure) : park(message, failure);
		}
	}

	private static Event read(Message message) {
		if (message.getBody().length > LARGEST_BODY.toBytes()) {
			throw new UnreadableEventException(
					"the body has " + message.getBody().length + " bytes, more than " + LARGEST_BODY.toBytes());
		}
		MessageProperties properties = message.getMessageProperties();
		Event event = EventJson.read(properties.getType(), message.getBody());
		// Who may say what, the broker tells by the routing key alone.
		if (Exchanges.EVENTS.equals(properties.getReceivedExchange())
				&& !event.type().equals(properties.getReceivedRoutingKey())) {
			throw new UnreadableEventException(
					"the type " + event.type() + " came as " + properties.getReceivedRoutingKey());
		}
		return event;
	}

	private Verdict park(Message message, Throwable failure) {
		try {
			this.parking.park(message, this.listener.queue(), failure);
			return Verdict.ACK;
		}
		catch (RuntimeException ex) {
			if (OwnTrouble.is(ex)) {
				return leave(message, ex);
			}
			log.error("Parking a message of {} failed, leaving it to the broker", this.listener.queue(), ex);
			return Verdict.REJECT;
		}
	}

	private Verdict leave(Message message, Throwable failure) {
		if (deliveries(message) >= MANY && isPutOff(message, failure)) {
			return Verdict.ACK;
		}
		this.listeners.pause(failure);
		return Verdict.LEAVE;
	}

	/** Before this one; the broker tells it from the second on, or from the first. */
	private static long deliveries(Message message) {
		return (message.getMessageProperties().getHeader("x-delivery-count") instanceof Number count)
				? count.longValue() : 0;
	}

	/** What nobody may say must not come from ourselves, so it is read first. */
	private boolean isPutOff(Message message, Throwable failure) {
		try {
			read(message);
			this.parking.putOff(message, this.listener.queue(), LATER);
			log.warn("A message of {} comes again in {}, our database fails with it: {}", this.listener.queue(), LATER,
					failure.getMessage());
			return true;
		}
		catch (RuntimeException ex) {
			log.debug("It is left to the broker", ex);
			return false;
		}
	}

}
