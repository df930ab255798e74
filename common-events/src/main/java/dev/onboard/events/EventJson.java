package dev.onboard.events;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events, and what is said aside, as JSON, and back by their type. Fields that a reader
 * does not know are ignored, so that a newer service may say more. Stateless and
 * thread-safe.
 */
public final class EventJson {

	private static final JsonMapper JSON = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
		.build();

	private static final Map<String, Class<? extends Event>> EVENTS = events();

	private EventJson() {
	}

	private static Map<String, Class<? extends Event>> events() {
		Map<String, Class<? extends Event>> events = new HashMap<>();
		events.put(UserCreate.TYPE, UserCreate.class);
		events.put(UserErase.TYPE, UserErase.class);
		for (TargetSystem system : TargetSystem.values()) {
			events.put(StepRetry.type(system), StepRetry.class);
			events.put(StepRefresh.type(system), StepRefresh.class);
			events.put(TargetResume.type(system), TargetResume.class);
			for (TargetReport.News news : TargetReport.News.values()) {
				events.put(TargetReport.type(system, news), TargetReport.class);
			}
			for (StepResult result : StepResult.values()) {
				events.put(StepReport.type(system, result), StepReport.class);
			}
		}
		for (ActivationOrder.Action action : ActivationOrder.Action.values()) {
			events.put(ActivationOrder.type(action), ActivationOrder.class);
		}
		for (ActivationReport.State state : ActivationReport.State.values()) {
			events.put(ActivationReport.type(state), ActivationReport.class);
		}
		return Map.copyOf(events);
	}

	public static byte[] write(Event event) {
		return JSON.writeValueAsBytes(event);
	}

	/**
	 * Reads an event.
	 * @param type the message's type
	 * @throws UnreadableEventException if the type is unknown, the body is not JSON, a
	 * field is missing or wrong, or type and body contradict each other
	 */
	public static Event read(@Nullable String type, byte[] body) {
		Class<? extends Event> known = (type != null) ? EVENTS.get(type) : null;
		if (type == null || known == null) {
			throw new UnreadableEventException("unknown message type: " + type);
		}
		Event event = parse(known, type, body);
		if (!event.type().equals(type)) {
			throw new UnreadableEventException("the type says " + type + ", the body says " + event.type());
		}
		return event;
	}

	public static byte[] write(Aside aside) {
		return JSON.writeValueAsBytes(aside);
	}

	/**
	 * Reads what was said aside.
	 * @param type the message's type
	 * @throws UnreadableEventException if it is another type, the body is not JSON, or a
	 * field is missing or wrong
	 */
	public static <T extends Aside> T read(Class<T> expected, @Nullable String type, byte[] body) {
		T aside = parse(expected, String.valueOf(type), body);
		if (!aside.type().equals(type)) {
			throw new UnreadableEventException("the type says " + type + ", and not " + aside.type());
		}
		return aside;
	}

	private static <T> T parse(Class<T> known, String type, byte[] body) {
		try {
			T read = JSON.readValue(body, known);
			if (read == null) {
				throw new UnreadableEventException("the body of " + type + " is null");
			}
			return read;
		}
		catch (JacksonException ex) {
			throw new UnreadableEventException("the body of " + type + " cannot be read: " + ex.getOriginalMessage(),
					ex);
		}
	}

}
