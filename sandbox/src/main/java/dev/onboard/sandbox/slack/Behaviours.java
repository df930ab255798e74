package dev.onboard.sandbox.slack;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One behaviour for each method.
 */
final class Behaviours {

	private final Map<SlackMethod, CurrentBehaviour> current = new EnumMap<>(SlackMethod.class);

	Behaviours() {
		for (SlackMethod method : SlackMethod.values()) {
			this.current.put(method, new CurrentBehaviour());
		}
	}

	CurrentBehaviour of(SlackMethod method) {
		return Objects.requireNonNull(this.current.get(method));
	}

	/**
	 * Each of the methods has the behaviour for itself: its times are counted apart.
	 */
	void set(List<SlackMethod> methods, Behaviour behaviour) {
		methods.forEach((method) -> of(method).set(behaviour));
	}

	/**
	 * The behaviours by the methods' names.
	 */
	Map<String, Behaviour> show() {
		Map<String, Behaviour> shown = new LinkedHashMap<>();
		this.current.forEach((method, behaviour) -> shown.put(method.toString(), behaviour.show()));
		return shown;
	}

}
