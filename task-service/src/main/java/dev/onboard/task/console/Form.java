package dev.onboard.task.console;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.onboard.task.PersonRules;
import org.jspecify.annotations.Nullable;

/**
 * A form as somebody filled it in.
 *
 * @param name which one of the page's forms it is
 * @param typed by the names of the fields
 * @param wrong what is wrong with fields, by their names
 * @param message what is wrong with all of it, null for nothing
 */
public record Form(String name, Map<String, String> typed, Map<String, String> wrong, @Nullable String message) {

	static Form of(String name, Map<String, String> typed) {
		return new Form(name, typed, Map.of(), null);
	}

	/** Empty where nothing was typed. */
	public String typed(String field) {
		return this.typed.getOrDefault(field, "").strip();
	}

	/** Null where nothing is wrong. */
	public @Nullable String wrong(String field) {
		return this.wrong.get(field);
	}

	Form with(String field, String wrong) {
		return new Form(this.name, this.typed, Map.of(field, wrong), this.message);
	}

	Form with(List<PersonRules.Broken> broken) {
		Map<String, String> wrong = broken.stream()
			.collect(Collectors.toMap(PersonRules.Broken::field, PersonRules.Broken::message,
					(first, second) -> first + "; " + second));
		return new Form(this.name, this.typed, wrong, this.message);
	}

	Form with(String message) {
		return new Form(this.name, this.typed, this.wrong, message);
	}

}
