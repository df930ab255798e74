package dev.onboard.task.person;

import java.util.Locale;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.onboard.events.Decision;
import dev.onboard.events.Instruction;
import org.jspecify.annotations.Nullable;

/** What somebody can decide about a step by hand. */
public enum HandDecision {

	/** Try it again now. */
	RETRY,
	/** Leave it out. */
	SKIP,
	/** Somebody has done it by hand. */
	MARK_DONE,
	/** What is there is this person's: take it over. */
	ADOPT,
	/** What is there belongs to nobody any more: delete it and create anew. */
	PURGE;

	/**
	 * Whether it takes over or deletes what somebody else may own, so that it wants the
	 * person's address as they have it now.
	 */
	public boolean isConfirmed() {
		return this == ADOPT || this == PURGE;
	}

	/** As in paths and JSON: {@code retry}, {@code mark-done} and so on. */
	@JsonValue
	public String wireName() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * The decision of this name.
	 * @throws UnknownNameException if there is none
	 */
	public static HandDecision named(String wireName) {
		return Stream.of(values())
			.filter((decision) -> decision.wireName().equals(wireName))
			.findFirst()
			.orElseThrow(() -> new UnknownNameException("decision",
					Stream.of(values()).map(HandDecision::wireName).toList()));
	}

	/** As the other services are told; null where they are only to try again. */
	public @Nullable Instruction because(String reason) {
		return (this != RETRY) ? new Instruction(Decision.valueOf(name()), reason) : null;
	}

}
