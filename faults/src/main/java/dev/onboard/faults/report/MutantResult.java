package dev.onboard.faults.report;

import java.nio.file.Path;
import java.util.List;

/**
 * What the cells told of a program that was broken on purpose, as it is kept in a file.
 *
 * @param what how it was broken, in words
 */
public record MutantResult(String name, String what, List<CellResult> cells) {

	/**
	 * Whether a cell told that a promise about people is broken. Being slow proves
	 * nothing: a busy machine is that, too.
	 */
	public boolean caught() {
		return !broken().isEmpty();
	}

	/** Which cells told what of people. */
	public List<String> broken() {
		return this.cells.stream()
			.flatMap((cell) -> cell.broken().stream().map((promise) -> cell.cell() + ": " + promise))
			.toList();
	}

	/** Keeps it in a folder, in place of what was known of this mutant before. */
	public void keep(Path folder) {
		KeptFiles.write(folder.resolve(this.name + ".json"), this);
	}

	/** All that are kept in a folder. */
	public static List<MutantResult> readAll(Path folder) {
		return KeptFiles.readAll(folder, MutantResult.class);
	}

}
