package dev.onboard.task;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.onboard.events.Person;
import org.jspecify.annotations.Nullable;

/**
 * What is to be another way about a person; names are kept as in {@link NewPerson}.
 *
 * @param fields new values by their names in {@link NewPerson}; what is not there stays
 */
public record PersonChange(Map<String, @Nullable String> fields) {

	public PersonChange {
		Map<String, @Nullable String> kept = new HashMap<>(fields);
		for (String field : List.of("firstName", "lastName")) {
			String typed = kept.get(field);
			if (typed != null) {
				kept.put(field, NewPerson.name(typed));
			}
		}
		fields = Collections.unmodifiableMap(kept);
	}

	/** All that can be changed, by their names in {@link NewPerson}. */
	public static final List<String> FIELDS = List.of("login", "firstName", "lastName", "contactEmail", "role",
			"language");

	/** What a person need not have, so that it may become null. */
	public static final List<String> CLEARABLE = List.of("contactEmail", "role");

	/** The person after this change. */
	Person of(Person before, TaskSettings settings) {
		String login = required("login", before.login());
		String address = login.equals(before.login()) ? before.address() : settings.address(login);
		return new Person(before.id(), login, address, required("firstName", before.firstName()),
				required("lastName", before.lastName()), optional("contactEmail", before.contactEmail()),
				optional("role", before.role()), optional("language", before.language()));
	}

	private @Nullable String optional(String field, @Nullable String before) {
		return this.fields.containsKey(field) ? this.fields.get(field) : before;
	}

	private String required(String field, String before) {
		return Objects.requireNonNullElse(this.fields.get(field), before);
	}

	/** What differs between the two, for the person's history. */
	static String inWords(Person before, Person after) {
		return Stream
			.of(differing("login", before.login(), after.login()),
					differing("firstName", before.firstName(), after.firstName()),
					differing("lastName", before.lastName(), after.lastName()),
					differing("contactEmail", before.contactEmail(), after.contactEmail()),
					differing("role", before.role(), after.role()),
					differing("language", before.language(), after.language()))
			.filter((words) -> !words.isEmpty())
			.collect(Collectors.joining("; "));
	}

	private static String differing(String field, @Nullable String before, @Nullable String after) {
		return Objects.equals(before, after) ? "" : field + ": " + Objects.requireNonNullElse(before, "none") + " → "
				+ Objects.requireNonNullElse(after, "none");
	}

}
