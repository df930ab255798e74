package dev.onboard.delivery.settling;

import java.io.IOException;
import java.util.Objects;

import com.rabbitmq.client.Channel;
import dev.onboard.delivery.OwnTrouble;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.listener.api.ChannelAwareMessageListener;

/** As {@link Settling}, but parks nothing: that would come back for ever. */
final class ParkedSettling implements ChannelAwareMessageListener {

	private static final Logger log = LoggerFactory.getLogger(ParkedSettling.class);

	private final ParkedListener listener;

	private final Listeners listeners;

	ParkedSettling(ParkedListener listener, Listeners listeners) {
		this.listener = listener;
		this.listeners = listeners;
	}

	@Override
	public void onMessage(Message message, @Nullable Channel channel) throws IOException {
		Objects.requireNonNull(channel, "the container acknowledges by hand");
		long tag = message.getMessageProperties().getDeliveryTag();
		Throwable failure = failure(message);
		if (failure == null) {
			channel.basicAck(tag, false);
		}
		else if (OwnTrouble.is(failure)) {
			// Closing the channel gives the message back, once.
			this.listeners.pause(failure);
		}
		else {
			log.error("A parked message cannot be kept, leaving it to the broker", failure);
			channel.basicReject(tag, false);
		}
	}

	private @Nullable Throwable failure(Message message) {
		try {
			this.listener.hear(ParkedHeaders.read(message));
			return null;
		}
		catch (Throwable failure) {
			return failure;
		}
	}

}
