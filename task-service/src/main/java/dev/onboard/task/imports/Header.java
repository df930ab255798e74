package dev.onboard.task.imports;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.onboard.task.NewPerson;
import org.jspecify.annotations.Nullable;

/** Which column of a file is where. */
final class Header {

	private static final List<String> KNOWN = Stream.of(Column.values()).map(Column::title).toList();

	/**
	 * More would be no login and no name, and two of them would not fit into the index of
	 * names.
	 */
	private static final int LONGEST_FIELD = 400;

	private final Map<Column, Integer> places = new EnumMap<>(Column.class);

	private final int width;

	/**
	 * @throws UnreadableFileException if it does not name each column that must be there,
	 * or another one
	 */
	Header(long line, List<String> titles) {
		this.width = used(titles);
		for (int place = 0; place < this.width; place++) {
			String title = titles.get(place).strip();
			Column column = Column.titled(title)
				.orElseThrow(() -> UnreadableFileException.inLine(line, "has the column \"" + title
						+ "\", which is not known. The columns are " + KNOWN + ", in any order."));
			if (this.places.put(column, place) != null) {
				throw UnreadableFileException.inLine(line, "has the column " + column.title() + " twice.");
			}
		}
		for (Column column : Column.values()) {
			if (column.isRequired() && !this.places.containsKey(column)) {
				throw UnreadableFileException.inLine(line, "must name the columns, and the column " + column.title()
						+ " is missing. The columns are " + KNOWN + ", in any order.");
			}
		}
	}

	/**
	 * How many there are up to the last that is not blank; spreadsheets write more
	 * separators than that.
	 */
	private static int used(List<String> fields) {
		int used = fields.size();
		while (used > 0 && fields.get(used - 1).isBlank()) {
			used--;
		}
		return used;
	}

	/**
	 * The row of these fields; what is missing at its end is empty. Of one that has more
	 * fields than columns nobody knows which is which: all of it stands in its login, so
	 * that nothing is lost and nobody is accepted by half of their name.
	 */
	FileRow row(long line, List<String> fields) {
		int used = used(fields);
		if (used > this.width) {
			String all = fields.stream().limit(used).map(String::strip).collect(Collectors.joining(", "));
			return new FileRow((int) line, new NewPerson(cut(all), "", "", null, null, null), "has " + used
					+ " fields, and the header has " + this.width
					+ ". A field with a comma or semicolon in it must be in double quotes. All of them are in the login here; put each into its column.");
		}
		return new FileRow((int) line,
				new NewPerson(field(Column.LOGIN, line, fields), field(Column.FIRST_NAME, line, fields),
						field(Column.LAST_NAME, line, fields), optional(Column.CONTACT_EMAIL, line, fields),
						optional(Column.ROLE, line, fields), optional(Column.LANGUAGE, line, fields)),
				null);
	}

	private static String cut(String text) {
		return text.substring(0,
				text.offsetByCodePoints(0, Math.min(LONGEST_FIELD, text.codePointCount(0, text.length()))));
	}

	private @Nullable String optional(Column column, long line, List<String> fields) {
		String field = field(column, line, fields);
		return field.isEmpty() ? null : field;
	}

	/** Empty if it is missing. */
	private String field(Column column, long line, List<String> fields) {
		Integer place = this.places.get(column);
		if (place == null || place >= fields.size()) {
			return "";
		}
		String field = FormulaGuard.unguarded(fields.get(place).strip());
		if (field.length() > LONGEST_FIELD) {
			throw UnreadableFileException.inLine(line, "has more than " + LONGEST_FIELD + " characters as "
					+ column.title() + ". Perhaps a double quote is not closed.");
		}
		return field;
	}

}
