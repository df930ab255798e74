package dev.onboard.mail.activation;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.onboard.events.Person;

import org.springframework.stereotype.Component;

/**
 * What a password must be like: 12 to 128 characters of any script, without a part of the
 * person's name or login, and not easy to guess. No kind of character is demanded: that
 * makes passwords harder to remember, not to guess.
 */
@Component
class PasswordRules {

	static final int SHORTEST = 12;

	static final int LONGEST = 128;

	/** Shorter ones are in too many words. */
	private static final int SHORTEST_NAME = 4;

	private static final Pattern BETWEEN_NAMES = Pattern.compile("[^\\p{L}\\p{N}]+");

	private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

	private final Guesses guesses = Guesses.common();

	/** What is wrong with a password. */
	enum Flaw {

		SHORT, LONG, UNTYPEABLE, NAMED, WEAK;

		/** Name of the text that says it. */
		String text() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/** The same characters in the one way to write them (NFC), whatever typed them. */
	static String normal(String password) {
		return Normalizer.normalize(password, Normalizer.Form.NFC);
	}

	Optional<Flaw> flaw(String password, Person person) {
		int length = password.codePointCount(0, password.length());
		if (length < SHORTEST) {
			return Optional.of(Flaw.SHORT);
		}
		if (length > LONGEST) {
			return Optional.of(Flaw.LONG);
		}
		if (CONTROL.matcher(password).find()) {
			return Optional.of(Flaw.UNTYPEABLE);
		}
		String lower = password.toLowerCase(Locale.ROOT);
		if (names(person).anyMatch(lower::contains)) {
			return Optional.of(Flaw.NAMED);
		}
		return this.guesses.isEasy(lower) ? Optional.of(Flaw.WEAK) : Optional.empty();
	}

	private static Stream<String> names(Person person) {
		return Stream.of(person.login(), person.firstName(), person.lastName(), person.address())
			.map((name) -> normal(name).toLowerCase(Locale.ROOT))
			.flatMap((name) -> Stream.concat(Stream.of(name), Arrays.stream(BETWEEN_NAMES.split(name))))
			.filter((name) -> name.codePointCount(0, name.length()) >= SHORTEST_NAME);
	}

}
