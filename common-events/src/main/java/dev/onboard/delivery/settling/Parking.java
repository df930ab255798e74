package dev.onboard.delivery.settling;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import dev.onboard.delivery.outbox.Outbox;
import dev.onboard.events.UnreadableEventException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;

/**
 * Puts a message that cannot be handled aside, with the reason in its headers, through
 * the outbox: it is durable before the original is acknowledged. Hostile text is cut and
 * cleaned, the body is kept as it came.
 */
final class Parking {

	static final String QUEUE = "x-parked-queue";

	static final String REASON = "x-parked-reason";

	static final String EXCEPTION = "x-parked-exception";

	static final String MESSAGE_ID = "x-parked-message-id";

	private static final int LONGEST_TEXT = 500;

	private static final int LONGEST_SHORT_STRING = 200;

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
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put(QUEUE, queue);
		headers.put(REASON, clean(Objects.requireNonNullElse(failure.getMessage(), "no message"), LONGEST_TEXT));
		headers.put(EXCEPTION, failure.getClass().getName());
		headers.put(MESSAGE_ID, clean(Objects.toString(properties.getMessageId()), LONGEST_SHORT_STRING));
		if (failure instanceof UnreadableEventException) {
			log.warn("Parking a message of {}: {}", queue, headers.get(REASON));
		}
		else {
			log.error("Parking a message of {}", queue, failure);
		}
		this.outbox.park(queue, shortString(properties.getType()), shortString(properties.getCorrelationId()), headers,
				message.getBody());
		this.parked.withTag("queue", queue).increment();
	}

	private static @Nullable String shortString(@Nullable String text) {
		return (text != null) ? clean(text, LONGEST_SHORT_STRING / 4) : null;
	}

	private static String clean(String text, int length) {
		String printable = text.replaceAll("\\p{Cntrl}", " ");
		return (printable.length() > length) ? printable.substring(0, length) + "…" : printable;
	}

}
