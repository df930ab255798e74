package dev.onboard.sandbox.slack;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What can be called here, and misbehave by itself.
 */
enum SlackMethod {

	WEBHOOK("webhook"), AUTH_TEST("auth.test"), POST_MESSAGE("chat.postMessage"), UPDATE("chat.update"),
	HISTORY("conversations.history");

	private static final String WHOLE_API = "*";

	private final String word;

	SlackMethod(String word) {
		this.word = word;
	}

	/**
	 * The method of that name, or for a star all of the Web API.
	 * @throws IllegalArgumentException if there is none, with the names that there are
	 */
	static List<SlackMethod> named(String name) {
		List<SlackMethod> named = Stream.of(values())
			.filter((method) -> name.equals(WHOLE_API) ? method != WEBHOOK : name.equals(method.word))
			.toList();
		if (named.isEmpty()) {
			throw new IllegalArgumentException(
					"Give method as one of " + names() + ", or as * for all but the webhook.");
		}
		return named;
	}

	private static String names() {
		return Stream.of(values()).map(SlackMethod::toString).collect(Collectors.joining(", "));
	}

	String path() {
		return (this == WEBHOOK) ? "/services/*" : "/api/" + this.word;
	}

	/**
	 * Its name for people and in JSON.
	 */
	@Override
	public String toString() {
		return this.word;
	}

}
