package dev.onboard.task.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

/**
 * Reads a CSV file of people: UTF-8, fields separated as in its header. At no time more
 * than one row of it is held.
 */
final class PeopleFile {

	/** Characters in which the header must end. */
	private static final int LONGEST_HEADER = 8000;

	private static final int LONGEST_FIELD = 10_000;

	private final int maxRows;

	PeopleFile(int maxRows) {
		this.maxRows = maxRows;
	}

	/**
	 * Hands on each row but blank ones, in the order of the file.
	 * @return what its fields are separated by
	 * @throws UnreadableFileException if it is no such file, has no rows or too many
	 */
	char read(InputStream file, Consumer<FileRow> rows) throws IOException {
		BufferedReader text = new BufferedReader(new Utf8Text(file));
		char separator = separator(text);
		CsvReader<CsvRecord> records = CsvReader.builder()
			.fieldSeparator(separator)
			.allowUnclosedQuote(false)
			// A row with too few or too many fields is looked at with the header in hand.
			.missingFieldStrategy(FieldMismatchStrategy.IGNORE)
			.extraFieldStrategy(FieldMismatchStrategy.IGNORE)
			.build(CsvRecordHandler.of((limits) -> limits.maxFieldSize(LONGEST_FIELD)), text);
		try {
			read(records.iterator(), rows);
			return separator;
		}
		catch (CsvParseException ex) {
			// Of what we threw ourselves while it was reading, it says only where that
			// was.
			if (ex.getCause() instanceof UnreadableFileException refused) {
				throw refused;
			}
			throw new UnreadableFileException("The file is no CSV: " + ex.getMessage()
					+ ". A field that begins with a double quote must end with one; a double quote in such a field is written twice.");
		}
	}

	private void read(Iterator<CsvRecord> records, Consumer<FileRow> rows) {
		if (!records.hasNext()) {
			throw new UnreadableFileException(
					"The file is empty. Its first line must name the columns; the template (/imports/template.csv) has them.");
		}
		CsvRecord first = records.next();
		Header header = new Header(first.getStartingLineNumber(), first.getFields());
		int count = 0;
		while (records.hasNext()) {
			CsvRecord next = records.next();
			if (isBlank(next.getFields())) {
				continue;
			}
			if (++count > this.maxRows) {
				throw UnreadableFileException.longerThan(this.maxRows);
			}
			rows.accept(header.row(next.getStartingLineNumber(), next.getFields()));
		}
		if (count == 0) {
			throw new UnreadableFileException("The file has a header and no rows.");
		}
	}

	private static char separator(BufferedReader text) throws IOException {
		text.mark(LONGEST_HEADER);
		int semicolons = 0;
		int read = text.read();
		for (int length = 1; read >= 0 && read != '\n' && read != '\r' && length < LONGEST_HEADER; length++) {
			if (read == ',') {
				semicolons--;
			}
			if (read == ';') {
				semicolons++;
			}
			read = text.read();
		}
		text.reset();
		return (semicolons > 0) ? ';' : ',';
	}

	private static boolean isBlank(List<String> fields) {
		return fields.stream().allMatch(String::isBlank);
	}

}
