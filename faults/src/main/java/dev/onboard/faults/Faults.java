package dev.onboard.faults;

import java.util.List;

/** Breaks what can break while people arrive, and tells what was lost and doubled. */
public final class Faults {

	private Faults() {
	}

	/** Ends with 0 only if every cell holds; with 2 if it was not understood. */
	public static void main(String... arguments) {
		if (List.of(arguments).contains("--list")) {
			Cells.all().forEach((cell) -> System.out.println(cell.name()));
			return;
		}
		try {
			Options.of(List.of(arguments));
		}
		catch (IllegalArgumentException ex) {
			System.err.println(ex.getMessage() + "\n\n" + Options.USAGE);
			System.exit(2);
		}
	}

}
