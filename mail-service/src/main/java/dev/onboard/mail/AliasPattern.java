package dev.onboard.mail;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.onboard.events.Person;

/**
 * An alias as a role has it for everybody, such as {@code {first}.{last}}. Accents are
 * dropped and Cyrillic letters are written as passports write them; other scripts have no
 * one way to be written in an address.
 */
public record AliasPattern(String pattern) {

	/** Each letter, once its accents are off, and behind it what is written for it. */
	private static final Map<String, String> LETTERS = Stream
		.of("аa бb вv гg дd еe жzh зz иi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъie ыy ь эe юiu яia "
			.concat("іi єie ґg ßss łl øo đd æae œoe ıi þth ðd")
			.split(" ", -1))
		.collect(Collectors.toMap((it) -> it.substring(0, 1), (it) -> it.substring(1)));

	private static final Pattern ADDRESS = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*@[a-z0-9-]+(\\.[a-z0-9-]+)*");

	/** The alias of one person; empty if theirs would be no address. */
	public Optional<String> of(Person person) {
		String domain = this.pattern.contains("@") ? "" : person.address().substring(person.address().lastIndexOf('@'));
		String address = (this.pattern + domain).toLowerCase(Locale.ROOT)
			.replace("{first}", latin(person.firstName()))
			.replace("{last}", latin(person.lastName()))
			.replace("{login}", person.login());
		boolean valid = address.indexOf('@') <= 64 && ADDRESS.matcher(address).matches();
		return valid ? Optional.of(address) : Optional.empty();
	}

	/** In ASCII, but for letters that have no place there. */
	private static String latin(String name) {
		String plain = Normalizer.normalize(name.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
			.replaceAll("\\p{M}", "");
		return plain.codePoints()
			.mapToObj(Character::toString)
			.map((letter) -> LETTERS.getOrDefault(letter, letter))
			.collect(Collectors.joining())
			.replaceAll("[\\s-]+", "-")
			.replaceAll("[^\\p{L}\\p{N}-]", "");
	}

}
