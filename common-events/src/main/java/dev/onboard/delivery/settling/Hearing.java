package dev.onboard.delivery.settling;

import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;

import dev.onboard.delivery.tracing.Traceparent;
import dev.onboard.events.Event;
import dev.onboard.events.PersonEvent;
import dev.onboard.events.UserErase;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;

/**
 * What is seen of messages that are heard: how long each is in hand, who it is about in
 * every log line, and its span in their trace.
 */
final class Hearing {

	/** The key of the person's id in every log line. */
	static final String PERSON = "person";

	private final ObservationRegistry observations;

	private final MeterRegistry meters;

	Hearing(ObservationRegistry observations, MeterRegistry meters) {
		this.observations = observations;
		this.meters = meters;
	}

	/** Counts a message as in hand while {@code work} lasts. */
	<T> T inHand(String queue, Supplier<T> work) {
		LongTaskTimer inHand = LongTaskTimer.builder("onboard.in.hand")
			.description("Messages taken from the queue and not settled, and for how long")
			.tag("queue", queue)
			.register(this.meters);
		return inHand.record(work);
	}

	/**
	 * Goes on with the trace of a message about a person; without one that can be read,
	 * begins one. What is said of a target is no part of anybody's trace.
	 */
	<T extends Enum<T>> T about(Event event, Message message, String queue, Supplier<T> work) {
		UUID id = person(event);
		if (id == null) {
			return work.get();
		}
		String person = id.toString();
		try (MDC.MDCCloseable inLog = MDC.putCloseable(PERSON, person)) {
			Observation observation = Observation
				.createNotStarted("onboard.message", () -> context(message), this.observations)
				.contextualName("hear " + event.type())
				.lowCardinalityKeyValue("queue", queue)
				.lowCardinalityKeyValue("event", event.type())
				.lowCardinalityKeyValue("settled", "none")
				.highCardinalityKeyValue(PERSON, person);
			return observation.observe(() -> {
				T settled = work.get();
				observation.lowCardinalityKeyValue("settled", settled.name().toLowerCase(Locale.ROOT));
				return settled;
			});
		}
	}

	private static @Nullable UUID person(Event event) {
		if (event instanceof UserErase erase) {
			return erase.personId();
		}
		return (event instanceof PersonEvent said) ? said.person().id() : null;
	}

	private static ReceiverContext<MessageProperties> context(Message message) {
		ReceiverContext<MessageProperties> context = new ReceiverContext<>(Hearing::header, Kind.CONSUMER);
		context.setCarrier(message.getMessageProperties());
		return context;
	}

	/** Anybody may have written it: only a text is looked at, and no other header. */
	private static @Nullable String header(@Nullable MessageProperties properties, String name) {
		return (properties != null && name.equals(Traceparent.HEADER)
				&& properties.getHeader(name) instanceof String text) ? text : null;
	}

}
