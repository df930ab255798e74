package dev.onboard.faults.mutant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A way to break the program: a patch of its sources, with what it does in its first
 * line, and the cells that have to tell in the line {@code Caught by: CELL…}.
 */
record Mutant(String name, String what, List<String> cells, Path patch) {

	private static final String PATCH = ".patch";

	private static final String CELLS = "Caught by: ";

	/**
	 * Those of a folder.
	 * @param only their names; empty for all
	 * @throws IllegalArgumentException if there is none, or one does not say what it does
	 */
	static List<Mutant> in(Path folder, List<String> only) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			List<Mutant> all = files.filter((file) -> file.toString().endsWith(PATCH))
				.sorted()
				.map(Mutant::read)
				.toList();
			List<String> names = all.stream().map(Mutant::name).toList();
			if (all.isEmpty() || !names.containsAll(only)) {
				throw new IllegalArgumentException(
						"there are the mutants " + names + " in " + folder.toAbsolutePath() + ", asked for: " + only);
			}
			return all.stream().filter((mutant) -> only.isEmpty() || only.contains(mutant.name())).toList();
		}
	}

	private static Mutant read(Path patch) {
		try {
			List<String> lines = Files.readAllLines(patch);
			List<String> cells = lines.stream()
				.filter((line) -> line.startsWith(CELLS))
				.flatMap((line) -> Stream.of(line.substring(CELLS.length()).split(" ")))
				.toList();
			if (lines.get(0).isBlank() || cells.isEmpty()) {
				throw new IllegalArgumentException(patch + " needs a first line and the line " + CELLS + "CELL…");
			}
			return new Mutant(patch.getFileName().toString().replace(PATCH, ""), lines.get(0), cells,
					patch.toAbsolutePath());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
