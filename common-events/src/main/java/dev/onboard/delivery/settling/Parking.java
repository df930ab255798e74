package dev.onboard.delivery.settling;

import java.time.Duration;
import java.util.Map;

import dev.onboard.delivery.outbox.Outbox;
import dev.onboard.events.UnreadableEventException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;

/**
 * Puts a message that cannot be handled aside, for good with the reason in its headers,
 * or for a while, through the outbox: it is durable before the original is acknowledged.
 * Hostile text is cut and cleaned, the body is kept as it came.
 */
final class Parking {

	private static final Logger log = LoggerFactory.getLogger(Parking.class);

	private final Outbox outbox;

	private final MeterProvider<Counter> parked;

	Parking(Outbox outbox, MeterRegistry meters) {
		this.outbox = outbox;
		this.parked = Counter.builder("onboard.parked")
			.description("Messages that this replica put aside because nobody can handle them")
			.withRegistry(meters);
	}

	void park(Message message, String queue, Throwable failure) {
		MessageProperties properties = message.getMessageProperties();
		Map<String, String> headers = ParkedHeaders.of(message, queue, failure);
		if (failure instanceof UnreadableEventException) {
			log.warn("Parking a message of {}: {}", queue, headers.get(ParkedHeaders.REASON));
		}
		else {
			log.error("Parking a message of {}", queue, failure);
		}
		this.outbox.park(queue, ParkedHeaders.shortString(properties.getType()),
				ParkedHeaders.shortString(properties.getCorrelationId()), headers, message.getBody());
		this.parked.withTag("queue", queue).increment();
	}

	/** As a new message to the same queue, which has not been delivered yet. */
	void putOff(Message message, String queue, Duration delay) {
		MessageProperties properties = message.getMessageProperties();
		this.outbox.sendAgain(queue, ParkedHeaders.shortString(properties.getMessageId()),
				ParkedHeaders.shortString(properties.getType()),
				ParkedHeaders.shortString(properties.getCorrelationId()), message.getBody(), delay);
	}

}
