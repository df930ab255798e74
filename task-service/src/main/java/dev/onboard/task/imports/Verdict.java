package dev.onboard.task.imports;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What is decided about a row.
 *
 * @param reason why it is refused; else null
 * @param person who was there before, or has the login; null if there is none
 */
record Verdict(RowState state, @Nullable String reason, @Nullable UUID person) {

	static final Verdict TO_CREATE = new Verdict(RowState.TO_CREATE, null, null);

	static Verdict refused(String reason) {
		return new Verdict(RowState.REFUSED, reason, null);
	}

	static Verdict created(UUID person) {
		return new Verdict(RowState.CREATED, null, person);
	}

}
