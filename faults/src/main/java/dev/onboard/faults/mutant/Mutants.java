package dev.onboard.faults.mutant;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import dev.onboard.faults.report.MutantResult;

/** Breaks the program in one way after the other, and looks whether the cells tell. */
public final class Mutants {

	private static final String LINE = "%-24s %-9s %s%n";

	private final Path folder;

	private final Path results;

	/**
	 * @param folder with one patch for each
	 * @param results where it is kept what the cells told of each
	 */
	public Mutants(Path folder, Path results) {
		this.folder = folder;
		this.results = results;
	}

	/**
	 * First all cells that have to catch one are tried on the program as it is: if one
	 * finds a promise about people broken there, it cannot tell, and no mutant is tried.
	 * Prints each as it ends.
	 * @param only the names of those to try; empty for all
	 * @return whether the program as it is holds, and no mutant does
	 * @throws IllegalArgumentException if there is none of that name
	 * @throws IllegalStateException if one could not be built or tried
	 */
	public boolean allAreCaught(List<String> only) throws IOException, InterruptedException {
		List<Mutant> mutants = Mutant.in(this.folder, only);
		List<String> cells = mutants.stream().flatMap((mutant) -> mutant.cells().stream()).distinct().toList();
		MutantResult whole = new MutantResult("none", "The program as it is.",
				Variant.build("none", null).tryOn(cells));
		print(whole, whole.caught() ? "RED" : "holds");
		if (whole.caught()) {
			return false;
		}
		boolean good = true;
		for (Mutant mutant : mutants) {
			Variant variant = Variant.build(mutant.name(), mutant.patch());
			MutantResult result = new MutantResult(mutant.name(), mutant.what(), variant.tryOn(mutant.cells()));
			print(result, result.caught() ? "caught" : "SURVIVED");
			result.keep(this.results);
			good &= result.caught();
		}
		return good;
	}

	private static void print(MutantResult result, String word) {
		System.out.printf(LINE, result.name(), word, result.what());
		result.broken().forEach((red) -> System.out.printf(LINE, "", "", red));
	}

}
