package dev.onboard.task;

import org.jspecify.annotations.Nullable;

/** Why somebody decides something by hand, in their words. */
public final class Reason {

	/**
	 * Not blank; no control characters, line separators, lone surrogates or unassigned.
	 */
	public static final String TEXT = "(?=.*[^\\p{Z}\\p{C}])[^\\p{Cc}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]{1,500}";

	/** Continues "<em>reason</em> …". */
	public static final String RULE = "must have 1 to 500 characters of any script, and no line breaks or control characters";

	private Reason() {
	}

	public static boolean isValid(@Nullable String reason) {
		return reason != null && reason.matches(TEXT);
	}

}
