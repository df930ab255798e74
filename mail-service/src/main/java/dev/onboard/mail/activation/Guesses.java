package dev.onboard.mail.activation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What whoever guesses tries first. A well-known word, a row of neighbours such as
 * {@code 1234}, {@code qwerty} or {@code aaaa} and a part that repeats what stands before
 * it count as little as one character does; what remains must be enough.
 *
 * @param words in lower case, longest first
 * @param rows of keys that lie beside each other
 */
record Guesses(List<String> words, List<String> rows) {

	private static final int ENOUGH = 6;

	private static final String LOOK_ALIKES = "0134578@$!";

	private static final String LETTERS = "oieastbasi";

	static Guesses common() {
		List<String> lines = lines();
		int end = lines.indexOf("");
		return new Guesses(lines.subList(end + 1, lines.size())
			.stream()
			.sorted(Comparator.comparingInt(String::length).reversed())
			.toList(), lines.subList(0, end));
	}

	private static List<String> lines() {
		try (InputStream file = Guesses.class.getResourceAsStream("/activation/guesses.txt")) {
			String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
			return text.lines().map(String::strip).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * @param password in lower case
	 */
	boolean isEasy(String password) {
		String letters = asLetters(password);
		int worth = 0;
		int at = 0;
		while (at < password.length()) {
			worth++;
			int known = Math.max(word(password, at), word(letters, at));
			at += Math.max(known, Math.max(row(password, at), repeated(password, at)));
		}
		return worth < ENOUGH;
	}

	private int word(String password, int at) {
		return this.words.stream()
			.filter((word) -> password.startsWith(word, at))
			.mapToInt(String::length)
			.findFirst()
			.orElse(0);
	}

	/** How many characters from here on each are a neighbour of the one before. */
	private int row(String password, int at) {
		int end = at + 1;
		while (end < password.length() && areNeighbours(password.charAt(end - 1), password.charAt(end))) {
			end++;
		}
		return end - at;
	}

	private boolean areNeighbours(char one, char other) {
		return Math.abs(one - other) <= 1 || this.rows.stream().anyMatch((row) -> {
			int place = row.indexOf(one);
			return place >= 0 && row.indexOf(other) >= 0 && Math.abs(place - row.indexOf(other)) == 1;
		});
	}

	/** How many characters from here on, at least three, have been there before. */
	private static int repeated(String password, int at) {
		int length = 0;
		while (at + length < password.length() && password.indexOf(password.substring(at, at + length + 1)) < at) {
			length++;
		}
		return (length >= 3) ? length : 0;
	}

	private static String asLetters(String password) {
		StringBuilder letters = new StringBuilder();
		password.chars().forEach((each) -> {
			int place = LOOK_ALIKES.indexOf(each);
			letters.append((place >= 0) ? LETTERS.charAt(place) : (char) each);
		});
		return letters.toString();
	}

}
