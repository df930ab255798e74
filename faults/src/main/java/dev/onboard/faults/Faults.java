package dev.onboard.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.onboard.faults.report.CellResult;
import dev.onboard.faults.report.Lines;
import dev.onboard.faults.report.ReliabilityPage;
import dev.onboard.faults.report.Results;
import dev.onboard.testing.Project;

/** Breaks what can break while people arrive, and tells what was lost and doubled. */
public final class Faults {

	private Faults() {
	}

	/** Ends with 0 only if every cell holds; with 2 if it was not understood. */
	public static void main(String... arguments) {
		if (List.of(arguments).contains("--help")) {
			System.out.print(Options.USAGE);
			return;
		}
		if (List.of(arguments).contains("--list")) {
			Cells.all().forEach((cell) -> System.out.println(cell.name()));
			return;
		}
		if (List.of(arguments).contains("--page")) {
			writePage();
			return;
		}
		try {
			Options options = Options.of(List.of(arguments));
			System.exit(run(options) ? 0 : 1);
		}
		catch (IllegalArgumentException ex) {
			System.err.println(ex.getMessage() + "\n\n" + Options.USAGE);
			System.exit(2);
		}
	}

	private static void writePage() {
		Path page = Project.root().resolve("docs/reliability.md");
		try {
			Files.writeString(page, ReliabilityPage.of(Results.readAll(Options.RESULTS)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		System.out.println("Written: " + page);
	}

	/** Prints each cell as it ends, and returns whether every one holds. */
	private static boolean run(Options options) {
		System.setProperty("onboard.containers", Boolean.toString(options.broker().equals("container")));
		List<Cell> cells = options.cells();
		List<CellResult> results = new ArrayList<>();
		String name = options.broker() + "-" + options.seed();
		try (Run run = new Run(Path.of("target", "record-" + name + ".jsonl"), options.seed(), options.people())) {
			String broker = run.world().brokerVersion();
			System.out.printf("RabbitMQ %s, seed %d%n%n%s", broker, options.seed(), Lines.head());
			for (Cell cell : cells) {
				CellResult result = run.carryOut(cell);
				System.out.print(Lines.of(result));
				results.add(result);
				new Results(broker, options.seed(), Instant.now(), List.copyOf(results)).write(options.report());
			}
		}
		System.out.print("\n" + Lines.totals(results));
		return results.stream().allMatch(CellResult::holds);
	}

}
