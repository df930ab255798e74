package dev.onboard.task;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import dev.onboard.events.Person;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** What has to hold of everybody, wherever they are typed in. */
@Component
public class PersonRules {

	private static final Broken OWN_MAILBOX = new Broken("contactEmail",
			"is the new mailbox itself, which only the link that is mailed there opens; give an address that they can read now, or leave it out");

	private final Validator validator;

	private final TaskSettings settings;

	PersonRules(Validator validator, TaskSettings settings) {
		this.validator = validator;
		this.settings = settings;
	}

	/**
	 * A rule that is not kept.
	 *
	 * @param field its name in {@link NewPerson}
	 * @param message continues "<em>field</em> …"
	 */
	public record Broken(String field, String message) {

		static Broken of(ConstraintViolation<?> violation) {
			return new Broken(violation.getPropertyPath().toString(), violation.getMessage());
		}

	}

	/** All that is wrong with who is to be added; empty if nothing is. */
	public List<Broken> brokenBy(NewPerson person) {
		List<Broken> broken = new ArrayList<>(broken(this.validator.validate(person)));
		broken.addAll(unknownNames(person.role(), person.language()));
		if (isMailbox(person.contactEmail(), this.settings.address(person.login()))) {
			broken.add(OWN_MAILBOX);
		}
		return broken;
	}

	/**
	 * Looks at what one value alone does not tell.
	 * @throws BrokenRuleException if the contact address became that of the mailbox
	 */
	static void checkChange(Person before, Person after) {
		if (isMailbox(after.contactEmail(), after.address()) && !isMailbox(before.contactEmail(), before.address())) {
			throw new BrokenRuleException(OWN_MAILBOX);
		}
	}

	private static boolean isMailbox(@Nullable String contactEmail, String address) {
		return address.equalsIgnoreCase(contactEmail);
	}

	/**
	 * What is wrong with one value that is not null.
	 * @param field its name in {@link NewPerson}
	 */
	public List<Broken> brokenBy(String field, String value) {
		return switch (field) {
			case "role" -> unknownNames(value, null);
			case "language" -> unknownNames(null, value);
			default -> broken(this.validator.validateValue(NewPerson.class, field, value));
		};
	}

	private static List<Broken> broken(Collection<? extends ConstraintViolation<?>> violations) {
		return violations.stream().map(Broken::of).toList();
	}

	/** Null is no name. */
	private List<Broken> unknownNames(@Nullable String role, @Nullable String language) {
		List<Broken> broken = new ArrayList<>();
		if (role != null && !this.settings.roles().containsKey(role)) {
			broken.add(new Broken("role", this.settings.roles().isEmpty() ? "is not known; no roles are set up"
					: "is not known; known are " + this.settings.roles().keySet()));
		}
		if (language != null && !this.settings.languages().contains(language)) {
			broken.add(new Broken("language", "is not known; known are " + this.settings.languages()));
		}
		return broken;
	}

}
