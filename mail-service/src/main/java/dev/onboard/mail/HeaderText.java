package dev.onboard.mail;

import java.util.regex.Pattern;

/**
 * What strangers wrote, fit for the header of a mail: one line, without characters that
 * turn the direction of what follows, and nothing in it looks encoded.
 */
public final class HeaderText {

	private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]+");

	private HeaderText() {
	}

	public static String of(String text) {
		return UNSEEN.matcher(text).replaceAll(" ").replace("=?", "= ?");
	}

}
