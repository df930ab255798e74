package dev.onboard.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** A system that a person is added to; each is one step. */
public enum TargetSystem {

	MAIL, REDMINE, SLACK;

	/** As in routing keys and JSON: {@code mail}, {@code redmine}, {@code slack}. */
	@JsonValue
	public String wireName() {
		return name().toLowerCase(java.util.Locale.ROOT);
	}

}
