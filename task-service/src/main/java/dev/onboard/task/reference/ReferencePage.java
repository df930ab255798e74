package dev.onboard.task.reference;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The whole document, for people.
 *
 * @param about in paragraphs
 * @param sections in the order of the document
 * @param types by name
 */
public record ReferencePage(String version, List<String> about, List<Section> sections, List<Type> types) {

	/**
	 * Operations about the same thing.
	 *
	 * @param name first part of their paths
	 */
	public record Section(String name, List<Operation> operations) {
	}

	/**
	 * A request and its answers.
	 *
	 * @param role the least that may
	 * @param curl a command that sends it
	 */
	public record Operation(String id, String method, String path, String summary, String description, String role,
			List<Field> parameters, List<Body> bodies, List<Answer> answers, String curl) {
	}

	/**
	 * A parameter, or a field of a type.
	 *
	 * @param type name of one, for a link; empty for none
	 * @param words what it can be
	 */
	public record Field(String name, String type, String words, boolean required, String description) {
	}

	/**
	 * What can be sent.
	 *
	 * @param type name of one, empty for none
	 */
	public record Body(String media, String type) {
	}

	/**
	 * What comes back.
	 *
	 * @param media empty for no body
	 * @param type name of one, empty for none
	 */
	public record Answer(String status, String description, String media, String type) {
	}

	/**
	 * An object with fields, or one of some texts.
	 *
	 * @param description in paragraphs
	 */
	public record Type(String name, List<String> description, List<Field> fields) {
	}

	/** Words or code. */
	public record Part(String text, boolean code) {
	}

	/** What stands between two {@code `} is code. */
	public List<Part> parts(String text) {
		String[] parts = text.split("`", -1);
		return IntStream.range(0, parts.length)
			.filter((at) -> !parts[at].isEmpty())
			.mapToObj((at) -> new Part(parts[at], at % 2 == 1))
			.toList();
	}

}
