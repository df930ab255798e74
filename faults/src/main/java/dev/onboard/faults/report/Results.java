package dev.onboard.faults.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What came of the cells with a broker and a seed, as it is kept in a file.
 *
 * @param broker which broker it was, with its version
 * @param tries in the order in which they were made; a cell may be tried more than once
 */
public record Results(String broker, long seed, Instant at, List<CellResult> tries) {

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

	/** With one more. */
	public Results with(CellResult newest) {
		return new Results(this.broker, this.seed, Instant.now(),
				Stream.concat(this.tries.stream(), Stream.of(newest)).toList());
	}

	/** The newest of each cell. */
	public List<CellResult> cells() {
		Map<String, CellResult> newest = new LinkedHashMap<>();
		this.tries.forEach((result) -> newest.put(result.cell(), result));
		return List.copyOf(newest.values());
	}

	/** Those that were red, and whose cell was tried again. */
	public List<CellResult> earlierReds() {
		List<CellResult> newest = cells();
		return this.tries.stream().filter((result) -> !result.holds() && !newest.contains(result)).toList();
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
