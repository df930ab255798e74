package dev.onboard.task.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import de.siegmar.fastcsv.writer.CsvWriter;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Writes files that can be uploaded, after changes, as they are. They begin with a byte
 * order mark, by which spreadsheets know that it is UTF-8.
 */
@Component
public class PeopleCsv {

	private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

	private static final int BATCH = 500;

	private final Imports imports;

	PeopleCsv(Imports imports) {
		this.imports = imports;
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
	 * The refused rows of an import, each with its reason. The caller closes the file.
	 * @throws UnknownImportException if there is none
	 */
	public TemporaryFile refused(UUID id) throws IOException {
		TemporaryFile file = TemporaryFile.empty();
		try (OutputStream out = Files.newOutputStream(file.path()); CsvWriter csv = writer(out)) {
			csv.writeRecord(titles().toList());
			@Nullable Integer after = 0;
			while (after != null) {
				RowSlice slice = this.imports.rows(id, RowState.REFUSED, after, BATCH);
				slice.rows().forEach((row) -> csv.writeRecord(fields(row)));
				after = slice.next();
			}
		}
		catch (IOException | RuntimeException ex) {
			file.close();
			throw ex;
		}
		return file;
	}

	private static CsvWriter writer(OutputStream out) throws IOException {
		out.write(BYTE_ORDER_MARK);
		return CsvWriter.builder().build(out, StandardCharsets.UTF_8);
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
