package dev.onboard.task.imports;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A column of an imported file. */
enum Column {

	LOGIN("login"), FIRST_NAME("firstName"), LAST_NAME("lastName"), CONTACT_EMAIL("contactEmail"), ROLE("role"),
	LANGUAGE("language"),
	/** Comes with refused rows, and is not read when they are uploaded again. */
	REASON("reason");

	private final String title;

	Column(String title) {
		this.title = title;
	}

	String title() {
		return this.title;
	}

	boolean isRequired() {
		return compareTo(CONTACT_EMAIL) < 0;
	}

	/** In any case, as one word or several, such as {@code First name}. */
	static Optional<Column> titled(String title) {
		String plain = plain(title);
		return Stream.of(values()).filter((column) -> plain(column.title).equals(plain)).findFirst();
	}

	private static String plain(String title) {
		return title.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
	}

}
