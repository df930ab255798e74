package dev.onboard.task.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a file and says of each row what would come of it; nobody is accepted. */
@Component
public class CheckingFiles {

	private static final Logger log = LoggerFactory.getLogger(CheckingFiles.class);

	/** Rows that are held and written at once. */
	private static final int BATCH = 500;

	private static final int LONGEST_NAME = 200;

	/** Each has a connection to the database meanwhile, which others need, too. */
	private static final int FILES_AT_ONCE = 4;

	private final Places places = new Places(FILES_AT_ONCE);

	private final ImportTable imports;

	private final StoredImports stored;

	private final RowTable rows;

	private final Verdicts verdicts;

	private final ImportSettings settings;

	private final TransactionTemplate transaction;

	CheckingFiles(ImportTable imports, StoredImports stored, RowTable rows, Verdicts verdicts, ImportSettings settings,
			TransactionTemplate transaction) {
		this.imports = imports;
		this.stored = stored;
		this.rows = rows;
		this.verdicts = verdicts;
		this.settings = settings;
		this.transaction = transaction;
	}

	/**
	 * Keeps all rows of a file, or nothing of it.
	 * @param name of the file, as its owner calls it; null if it has none
	 * @throws UnreadableFileException if it cannot be read as a whole, is too large or
	 * has too many rows
	 * @throws TooManyFilesException if others are being checked, and it did not come to
	 * this one within two seconds
	 */
	public ImportPage check(InputStream file, @Nullable String name) throws IOException {
		try (TemporaryFile copy = TemporaryFile.of(file, this.settings.maxSize())) {
			String clean = (name != null) ? cleaned(name) : null;
			ImportPage page = this.places
				.taking(() -> Objects.requireNonNull(this.transaction.execute((tx) -> store(copy, clean))));
			log.info("Import {} was checked: {}", page.id(), page.counts());
			return page;
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
	}

	private ImportPage store(TemporaryFile file, @Nullable String name) {
		UUID id = this.imports.add(name);
		List<FileRow> batch = new ArrayList<>(BATCH);
		Map<String, Integer> lines = new HashMap<>();
		try (InputStream in = file.in()) {
			char separator = new PeopleFile(this.settings.maxRows()).read(in, (row) -> {
				batch.add(row);
				if (batch.size() == BATCH) {
					store(id, batch, lines);
				}
			});
			if (!batch.isEmpty()) {
				store(id, batch, lines);
			}
			this.imports.checked(id, separator);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return this.stored.find(id).orElseThrow(() -> new UnknownImportException(id)).page();
	}

	/**
	 * @param lines where each login was found, but in refused rows; all that is held of
	 * the rows before
	 */
	private void store(UUID id, List<FileRow> batch, Map<String, Integer> lines) {
		List<Verdict> verdicts = this.verdicts.about(batch.stream().map(FileRow::person).toList());
		this.rows.add(id, batch,
				IntStream.range(0, batch.size())
					.mapToObj((index) -> onlyFirst(batch.get(index), verdicts.get(index), lines))
					.toList());
		batch.clear();
	}

	private static Verdict onlyFirst(FileRow row, Verdict verdict, Map<String, Integer> lines) {
		if (row.flaw() != null) {
			return Verdict.refused(row.flaw());
		}
		if (verdict.state() == RowState.REFUSED) {
			return verdict;
		}
		Integer first = lines.putIfAbsent(row.person().login(), row.line());
		return (first != null)
				? new Verdict(RowState.REFUSED, "login is the same as in line " + first, verdict.person()) : verdict;
	}

	private static @Nullable String cleaned(String name) {
		String clean = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "").strip();
		return clean.isEmpty() ? null : clean.substring(0,
				clean.offsetByCodePoints(0, Math.min(LONGEST_NAME, clean.codePointCount(0, clean.length()))));
	}

}
