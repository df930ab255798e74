package dev.onboard.delivery.settling;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import dev.onboard.delivery.ParkedMessage;
import org.jspecify.annotations.Nullable;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;

/**
 * What stands in the headers of a parked message: our own words, or, where the broker
 * gave up, what it says in {@code x-death}. Everything in them may be hostile.
 */
final class ParkedHeaders {

	static final String PARKING = "x-parked-id";

	static final String QUEUE = "x-parked-queue";

	static final String REASON = "x-parked-reason";

	static final String EXCEPTION = "x-parked-exception";

	static final String MESSAGE_ID = "x-parked-message-id";

	private static final int LONGEST_TEXT = 500;

	private static final int LONGEST_NAME = 200;

	/** In AMQP that has at most 255 bytes. */
	private static final int LONGEST_SHORT_STRING = 50;

	private ParkedHeaders() {
	}

	static Map<String, String> of(Message message, String queue, Throwable failure) {
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put(PARKING, UUID.randomUUID().toString());
		headers.put(QUEUE, queue);
		headers.put(REASON, clean(Objects.requireNonNullElse(failure.getMessage(), "no message"), LONGEST_TEXT));
		headers.put(EXCEPTION, failure.getClass().getName());
		String messageId = message.getMessageProperties().getMessageId();
		if (messageId != null) {
			headers.put(MESSAGE_ID, clean(messageId, LONGEST_SHORT_STRING));
		}
		return headers;
	}

	static ParkedMessage read(Message message) {
		MessageProperties properties = message.getMessageProperties();
		Map<String, @Nullable Object> headers = properties.getHeaders();
		Map<?, ?> death = lastDeath(headers.get("x-death"));
		boolean byBroker = !death.isEmpty();
		String reason = byBroker ? broker(death) : text(headers, REASON, LONGEST_TEXT);
		String messageId = byBroker ? properties.getMessageId() : text(headers, MESSAGE_ID, LONGEST_SHORT_STRING);
		String parking = byBroker ? String.join("/", Objects.toString(messageId), reason, text(death, "time", 40))
				: Objects.requireNonNullElseGet(text(headers, PARKING, LONGEST_NAME),
						() -> properties.getMessageId() + "/" + properties.getTimestamp());
		return new ParkedMessage(UUID.nameUUIDFromBytes(parking.getBytes(StandardCharsets.UTF_8)),
				byBroker ? text(death, "queue", LONGEST_NAME) : text(headers, QUEUE, LONGEST_NAME),
				Objects.requireNonNullElse(reason, "nobody said why"),
				byBroker ? null : text(headers, EXCEPTION, LONGEST_NAME), shortString(messageId),
				shortString(properties.getType()), shortString(properties.getCorrelationId()), message.getBody());
	}

	/** The newest comes first. */
	private static Map<?, ?> lastDeath(@Nullable Object deaths) {
		return (deaths instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map<?, ?> death) ? death
				: Map.of();
	}

	private static String broker(Map<?, ?> death) {
		String why = Objects.requireNonNullElse(text(death, "reason", LONGEST_NAME), "no reason");
		return switch (why) {
			case "delivery_limit" -> "the broker gave up: it was delivered again and again and never acknowledged";
			case "rejected" -> "it was rejected";
			default -> "the broker gave up: " + why;
		};
	}

	private static @Nullable String text(Map<?, ?> headers, String name, int length) {
		Object value = headers.get(name);
		return (value != null) ? clean(value.toString(), length) : null;
	}

	static @Nullable String shortString(@Nullable String text) {
		return (text != null) ? clean(text, LONGEST_SHORT_STRING) : null;
	}

	/** Something that any log, page and database takes. */
	private static String clean(String text, int length) {
		String printable = text.replaceAll("[\\p{Cc}\\p{Cs}]", " ");
		if (printable.codePointCount(0, printable.length()) <= length) {
			return printable;
		}
		return printable.substring(0, printable.offsetByCodePoints(0, length)) + "…";
	}

}
