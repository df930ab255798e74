package dev.onboard.task.imports;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from computing what somebody wrote: a field that would begin a
 * formula gets an apostrophe before it, which is taken away when the file comes back. So
 * does one that looks as if it had been given one, so that every field comes back as it
 * was.
 */
final class FormulaGuard {

	private static final Pattern RISKY = Pattern.compile("'*[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20]");

	private FormulaGuard() {
	}

	static String guarded(String field) {
		return RISKY.matcher(field).lookingAt() ? "'" + field : field;
	}

	static String unguarded(String field) {
		return (field.startsWith("'") && RISKY.matcher(field).lookingAt()) ? field.substring(1) : field;
	}

}
