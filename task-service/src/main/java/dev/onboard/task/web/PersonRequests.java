package dev.onboard.task.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import dev.onboard.task.NewPerson;
import dev.onboard.task.PersonChange;
import dev.onboard.task.PersonRules;
import dev.onboard.task.web.InvalidRequestException.FieldError;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Reads people and changes of people out of bodies, by the same rules. */
@Component
class PersonRequests {

	private final PersonRules rules;

	PersonRequests(PersonRules rules) {
		this.rules = rules;
	}

	NewPerson person(ReceivedBody body) {
		NewPerson person = JsonBodies.parse(body, NewPerson.class, "login, firstName and lastName");
		JsonBodies.check(this.rules.brokenBy(person).stream().map(PersonRequests::error).toList());
		return person;
	}

	PersonChange change(ReceivedBody body) {
		Map<String, @Nullable String> fields = JsonBodies.texts(body, PersonChange.FIELDS);
		if (fields.isEmpty()) {
			throw InvalidRequestException.of("body", "must have at least one of " + PersonChange.FIELDS);
		}
		PersonChange change = new PersonChange(fields);
		List<FieldError> errors = new ArrayList<>();
		change.fields().forEach((field, value) -> errors.addAll(wrong(field, value)));
		JsonBodies.check(errors);
		return change;
	}

	private Collection<FieldError> wrong(String field, @Nullable String value) {
		if (!PersonChange.FIELDS.contains(field)) {
			return List.of(JsonBodies.unknown(field, PersonChange.FIELDS));
		}
		if (value == null) {
			return PersonChange.CLEARABLE.contains(field) ? List.of()
					: List.of(new FieldError(field, "must not be null"));
		}
		return this.rules.brokenBy(field, value).stream().map(PersonRequests::error).toList();
	}

	private static FieldError error(PersonRules.Broken broken) {
		return new FieldError(broken.field(), broken.message());
	}

}
