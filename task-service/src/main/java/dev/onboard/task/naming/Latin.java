package dev.onboard.task.naming;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.ibm.icu.text.Transliterator;

/**
 * Writes names of any script in {@code a-z} and {@code 0-9}. Umlauts and Cyrillic are
 * written as people with such names do abroad; Chinese characters as in Mandarin, also in
 * Japanese names; scripts that leave vowels out get none. Thread-safe.
 */
final class Latin {

	/** Characters of a name that are looked at. */
	private static final int LONGEST = 100;

	/** What is written as {@code -}: spaces, dashes, and the dots inside Asian names. */
	private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\p{Z}\\s\\p{Pd}·・]+");

	/** Letters by which a language shows; whoever has none of them is read as Russian. */
	private static final Map<String, Pattern> CYRILLIC = Map.of("Ukrainian", Pattern.compile("[іїєґІЇЄҐ]"),
			"Belarusian", Pattern.compile("[ўЎ]"), "Serbian", Pattern.compile("[ђјљњћџЂЈЉЊЋЏ]"));

	private static final Map<String, Transliterator> KNOWN = new ConcurrentHashMap<>();

	private final String cyrillic;

	/** Of one person, whose names are in one language. */
	Latin(String firstName, String lastName) {
		String all = cut(firstName) + cut(lastName);
		this.cyrillic = CYRILLIC.entrySet()
			.stream()
			.filter((language) -> language.getValue().matcher(all).find())
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse("Russian");
	}

	String firstName(String name) {
		return of(name, "Han-Latin");
	}

	/** Some Chinese characters are read in another way there. */
	String lastName(String name) {
		return of(name, "Han-Latin/Names");
	}

	/**
	 * Words of {@code a-z} and {@code 0-9} joined by {@code -}; empty if none is left.
	 */
	private String of(String name, String chinese) {
		Transliterator latin = KNOWN.computeIfAbsent(rules(this.cyrillic, chinese),
				(rules) -> Transliterator.createFromRules("name", rules, Transliterator.FORWARD));
		return BETWEEN_WORDS.splitAsStream(cut(name))
			.map((word) -> latin.transliterate(word).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""))
			.filter((word) -> !word.isEmpty())
			.collect(Collectors.joining("-"));
	}

	private static String rules(String cyrillic, String chinese) {
		return """
				:: NFKC;
				ä > ae; Ä > ae; ö > oe; Ö > oe; ü > ue; Ü > ue;
				:: %s-Latin/BGN;
				:: Greek-Latin/UNGEGN;
				:: %s;
				:: Any-Latin;
				:: Latin-ASCII;
				""".formatted(cyrillic, chinese);
	}

	private static String cut(String name) {
		return (name.length() <= LONGEST) ? name : name.substring(0,
				name.offsetByCodePoints(0, Math.min(LONGEST, name.codePointCount(0, name.length()))));
	}

}
