package dev.onboard.mail.james;

import java.util.stream.IntStream;

import dev.onboard.events.Person;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a login whose address nobody has: {@code alice2}, and after {@code alice2}
 * {@code alice3}.
 */
final class FreeLogin {

	private static final int LONGEST = 60;

	private static final int LAST = 9;

	private FreeLogin() {
	}

	/** Null if none of them is free. */
	static @Nullable String like(WebAdmin james, Person person) {
		String domain = person.address().substring(person.address().lastIndexOf('@'));
		String name = person.login().replaceFirst("(?<=[^0-9])[2-9]$", "");
		String stem = name.substring(0, Math.min(name.length(), LONGEST - 1));
		return IntStream.rangeClosed(2, LAST)
			.mapToObj((number) -> stem + number)
			.filter((login) -> !login.equals(person.login()) && isFree(james, login + domain))
			.findFirst()
			.orElse(null);
	}

	private static boolean isFree(WebAdmin james, String address) {
		return !james.hasUser(address) && Address.ask(james, address).isFree();
	}

}
