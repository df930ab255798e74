package dev.onboard.task.person;

import java.util.List;

/** Something is asked for by a name that nothing has. */
public final class UnknownNameException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * @param kind of thing, such as {@code system}
	 * @param known names
	 */
	public UnknownNameException(String kind, List<String> known) {
		super("there is no such " + kind + "; there are " + String.join(", ", known));
	}

}
