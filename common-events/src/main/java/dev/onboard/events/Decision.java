package dev.onboard.events;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** What somebody can decide about a step that does not go on by itself. */
public enum Decision {

	/** What is there is this person's: take it over. */
	ADOPT,
	/** What is there belongs to nobody any more: delete it and create anew. */
	PURGE,
	/** Leave the step out. */
	SKIP,
	/** Somebody has done it by hand. */
	MARK_DONE,
	/** Give the person another login; said by changing the person, not in a message. */
	RENAME;

	/**
	 * As in paths and JSON: {@code adopt}, {@code purge}, {@code skip},
	 * {@code mark-done}, {@code rename}.
	 */
	@JsonValue
	public String wireName() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
