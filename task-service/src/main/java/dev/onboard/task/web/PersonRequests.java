package dev.onboard.task.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import dev.onboard.task.NewPerson;
import dev.onboard.task.PersonChange;
import dev.onboard.task.TaskSettings;
import dev.onboard.task.web.InvalidRequestException.FieldError;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads people and changes of people out of bodies, by the same rules. */
@Component
class PersonRequests {

	private static final List<String> KNOWN = List.of("login", "firstName", "lastName", "contactEmail", "role",
			"language");

	/** What a person need not have. */
	private static final List<String> CLEARABLE = List.of("contactEmail", "role");

	private final JsonBodies bodies;

	private final Validator validator;

	private final TaskSettings settings;

	PersonRequests(JsonBodies bodies, Validator validator, TaskSettings settings) {
		this.bodies = bodies;
		this.validator = validator;
		this.settings = settings;
	}

	NewPerson person(ReceivedBody body) {
		NewPerson person = this.bodies.read(body, NewPerson.class, "login, firstName and lastName");
		JsonBodies.check(unknownNames(person.role(), person.language()));
		return person;
	}

	PersonChange change(ReceivedBody body) {
		Map<String, @Nullable String> fields = JsonBodies.texts(body, KNOWN);
		if (fields.isEmpty()) {
			throw InvalidRequestException.of("body", "must have at least one of " + KNOWN);
		}
		List<FieldError> errors = new ArrayList<>(unknownNames(fields.get("role"), fields.get("language")));
		fields.forEach((field, value) -> errors.addAll(wrong(field, value)));
		JsonBodies.check(errors);
		return new PersonChange(fields);
	}

	private Collection<FieldError> wrong(String field, @Nullable String value) {
		if (!KNOWN.contains(field)) {
			return List.of(JsonBodies.unknown(field, KNOWN));
		}
		if (value == null) {
			return CLEARABLE.contains(field) ? List.of() : List.of(new FieldError(field, "must not be null"));
		}
		return this.validator.validateValue(NewPerson.class, field, value).stream().map(JsonBodies::error).toList();
	}

	/** Null is no name. */
	private Collection<FieldError> unknownNames(@Nullable String role, @Nullable String language) {
		List<FieldError> errors = new ArrayList<>();
		if (role != null && !this.settings.roles().containsKey(role)) {
			errors.add(new FieldError("role", this.settings.roles().isEmpty() ? "is not known; no roles are set up"
					: "is not known; known are " + this.settings.roles().keySet()));
		}
		if (language != null && !this.settings.languages().contains(language)) {
			errors.add(new FieldError("language", "is not known; known are " + this.settings.languages()));
		}
		return errors;
	}

}
