package dev.onboard.task.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;

import org.springframework.stereotype.Component;

/**
 * Writes files that can be uploaded, after changes, as they are. They begin with a byte
 * order mark, by which spreadsheets know that it is UTF-8.
 */
@Component
public class PeopleCsv {

	private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

	private static final int BATCH = 500;

	private final StoredImports imports;

	private final RowTable rows;

	PeopleCsv(StoredImports imports, RowTable rows) {
		this.imports = imports;
		this.rows = rows;
	}

	/** A file with a header and no rows. */
	public static byte[] template() {
		StringWriter text = new StringWriter();
		try (CsvWriter csv = CsvWriter.builder().build(text)) {
			csv.writeRecord(titles().filter((title) -> !title.equals(Column.REASON.title())).toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("nothing can fail in memory", ex);
		}
		return ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * The refused rows of an import, each with its reason, separated as its file was: its
	 * sender's spreadsheet reads that. Whichever separator another one takes, a field in
	 * quotes is one cell there. The caller closes the file.
	 * @throws UnknownImportException if there is none
	 */
	public TemporaryFile refused(UUID id) throws IOException {
		char separator = this.imports.find(id).orElseThrow(() -> new UnknownImportException(id)).separator();
		TemporaryFile file = TemporaryFile.empty();
		try (OutputStream out = file.out(); CsvWriter csv = writer(out, separator)) {
			csv.writeRecord(titles().toList());
			List<RowPage> batch = this.rows.list(id, RowState.REFUSED, 0, BATCH);
			while (!batch.isEmpty()) {
				batch.forEach((row) -> csv.writeRecord(fields(row)));
				batch = this.rows.list(id, RowState.REFUSED, batch.get(batch.size() - 1).line(), BATCH);
			}
		}
		catch (IOException | RuntimeException ex) {
			file.close();
			throw ex;
		}
		return file;
	}

	private static CsvWriter writer(OutputStream out, char separator) throws IOException {
		out.write(BYTE_ORDER_MARK);
		return CsvWriter.builder()
			.fieldSeparator(separator)
			.quoteStrategy(QuoteStrategies.NON_EMPTY)
			.build(out, StandardCharsets.UTF_8);
	}

	private static Stream<String> titles() {
		return Stream.of(Column.values()).map(Column::title);
	}

	private static List<String> fields(RowPage row) {
		return Stream
			.of(row.login(), row.firstName(), row.lastName(), row.contactEmail(), row.role(), row.language(),
					row.reason())
			.map((field) -> FormulaGuard.guarded(Objects.requireNonNullElse(field, "")))
			.toList();
	}

}
