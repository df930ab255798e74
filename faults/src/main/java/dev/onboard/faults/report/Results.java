package dev.onboard.faults.report;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * The results of one run, as they are kept in a file.
 *
 * @param broker which broker it was, with its version
 */
public record Results(String broker, long seed, Instant at, List<CellResult> cells) {

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
