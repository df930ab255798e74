package dev.onboard.mail.james;

/**
 * Where James sends what is addressed to somebody.
 *
 * @param type in the words of James: {@code Alias}, {@code Forward}, {@code Group},
 * {@code Address}, {@code Regex} and more
 */
record Mapping(String type, String target) {

	static final String ALIAS = "Alias";

	static final String FORWARD = "Forward";

	static final String GROUP = "Group";

	boolean is(String type) {
		return this.type.equals(type);
	}

}
