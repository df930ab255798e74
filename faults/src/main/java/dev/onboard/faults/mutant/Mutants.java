package dev.onboard.faults.mutant;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import dev.onboard.faults.report.CellResult;

/** Breaks the program in one way after the other, and looks whether the cells tell. */
public final class Mutants {

	private static final String LINE = "%-24s %-9s %s%n";

	private final Path folder;

	/**
	 * @param folder with one patch for each
	 */
	public Mutants(Path folder) {
		this.folder = folder;
	}

	/**
	 * First all cells that have to catch one are tried on the program as it is: what
	 * fails there cannot tell. Prints each as it ends.
	 * @return whether the program as it is holds, and no mutant does
	 * @throws IllegalStateException if one could not be built or tried
	 */
	public boolean allAreCaught() throws IOException, InterruptedException {
		List<Mutant> mutants = Mutant.in(this.folder);
		List<String> cells = mutants.stream().flatMap((mutant) -> mutant.cells().stream()).distinct().toList();
		boolean good = isTold("none", "The program as it is.", Variant.build("none", null).tryOn(cells), false);
		for (Mutant mutant : mutants) {
			Variant variant = Variant.build(mutant.name(), mutant.patch());
			good &= isTold(mutant.name(), mutant.what(), variant.tryOn(mutant.cells()), true);
		}
		return good;
	}

	private static boolean isTold(String name, String what, List<CellResult> cells, boolean broken) {
		boolean red = cells.stream().anyMatch((cell) -> !cell.holds());
		System.out.printf(LINE, name, red ? (broken ? "caught" : "RED") : (broken ? "SURVIVED" : "holds"), what);
		cells.forEach((cell) -> cell.reds()
			.forEach((promise) -> System.out.printf(LINE, "", "", cell.cell() + ": " + promise)));
		return red == broken;
	}

}
