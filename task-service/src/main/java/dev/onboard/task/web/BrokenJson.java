package dev.onboard.task.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Says in plain words what is wrong with a text that is no JSON, and where. */
final class BrokenJson {

	private BrokenJson() {
	}

	static String inWords(JacksonException failure) {
		@Nullable TokenStreamLocation place = failure.getLocation();
		String where = (place != null && place.getLineNr() > 0)
				? " at line " + place.getLineNr() + ", column " + place.getColumnNr() : "";
		return "The body is not valid JSON: " + what(failure) + where + ".";
	}

	private static String what(JacksonException failure) {
		if (failure instanceof UnexpectedEndOfInputException) {
			return "it ends too early";
		}
		// The one mistake that does not show at its place.
		return failure.getOriginalMessage().startsWith("Duplicate") ? "a field is there a second time"
				: "something is wrong";
	}

}
