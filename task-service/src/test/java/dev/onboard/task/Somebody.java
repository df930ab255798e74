package dev.onboard.task;

import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import dev.onboard.events.Person;
import tools.jackson.databind.json.JsonMapper;

/** People whom no other test knows. */
public final class Somebody {

	private Somebody() {
	}

	/** A part of a login. */
	public static String token() {
		return "t" + Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), Character.MAX_RADIX);
	}

	public static NewPerson fresh() {
		return withLogin("alice." + token());
	}

	public static NewPerson withLogin(String login) {
		return new NewPerson(login, "Alice", "Ivanova", "alice@home.example", null, null);
	}

	public static NewPerson named(String firstName, String lastName) {
		return new NewPerson("alice." + token(), firstName, lastName, null, null, null);
	}

	public static String json(NewPerson person) {
		return JsonMapper.shared().writeValueAsString(person);
	}

	/** As the other services speak of this person. */
	public static Person known(UUID id, NewPerson person) {
		return new Person(id, person.login(), person.login() + "@example.com", person.firstName(), person.lastName(),
				person.contactEmail(), person.role(), Objects.requireNonNullElse(person.language(), "en"));
	}

}
