package dev.onboard.faults.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The newest results of a broker and a seed, as they are kept in a file.
 *
 * @param broker which broker it was, with its version
 */
public record Results(String broker, long seed, Instant at, List<CellResult> cells) {

	/**
	 * Those that are kept in a file if they are of this broker and seed, else none yet.
	 */
	public static Results keptIn(Path file, String broker, long seed) {
		Results none = new Results(broker, seed, Instant.now(), List.of());
		if (!Files.exists(file)) {
			return none;
		}
		Results kept = read(file);
		return (kept.seed() == seed && kept.broker().equals(broker)) ? kept : none;
	}

	/** With the newest result of a cell, in the place of an earlier one. */
	public Results with(CellResult newest) {
		List<CellResult> all = new ArrayList<>(this.cells);
		all.replaceAll((cell) -> cell.cell().equals(newest.cell()) ? newest : cell);
		if (!all.contains(newest)) {
			all.add(newest);
		}
		return new Results(this.broker, this.seed, Instant.now(), List.copyOf(all));
	}

	public void write(Path file) {
		KeptFiles.write(file, this);
	}

	/** All that are kept in a folder. */
	public static List<Results> readAll(Path folder) {
		return KeptFiles.readAll(folder, Results.class);
	}

	public static Results read(Path file) {
		return KeptFiles.read(file, Results.class);
	}

}
