package dev.onboard.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import dev.onboard.faults.mutant.Mutants;
import dev.onboard.faults.report.CellResult;
import dev.onboard.faults.report.Lines;
import dev.onboard.faults.report.MutantResult;
import dev.onboard.faults.report.ReliabilityPage;
import dev.onboard.faults.report.Results;
import dev.onboard.testing.Project;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** Breaks what can break while people arrive, and tells what was lost and doubled. */
@Command(name = "./onboard faults", sortOptions = false, exitCodeOnExecutionException = Faults.COULD_NOT_RUN,
		description = "Breaks everything on purpose while people arrive, and counts what is lost and doubled.",
		exitCodeListHeading = "%nEnds with%n", exitCodeList = { "0:every cell holds", "1:a promise was broken",
				"2:the command line was not understood", Faults.COULD_NOT_RUN + ":it could not be tried" })
public final class Faults implements Callable<Integer> {

	static final int COULD_NOT_RUN = 70;

	private static final Path MUTANTS = Path.of("mutants");

	private static final Path MUTANT_RESULTS = Options.RESULTS.resolve("mutants");

	@Mixin
	private Options options = new Options();

	@ArgGroup
	private Instead instead = new Instead();

	private static final class Instead {

		@Option(names = "--list", description = "Only names the cells.")
		private boolean list;

		@Option(names = "--page", description = "Only writes docs/reliability.md, from all results that are kept.")
		private boolean page;

		@Option(names = "--mutants",
				description = "Breaks the program itself instead, in one way after the other, and expects the cells to tell; those of --only alone.")
		private boolean mutants;

	}

	public static void main(String... arguments) {
		System.exit(commandLine().execute(arguments));
	}

	static CommandLine commandLine() {
		CommandLine commandLine = new CommandLine(new Faults()).setCaseInsensitiveEnumValuesAllowed(true);
		commandLine.getCommandSpec()
			.addOption(OptionSpec.builder("--help").usageHelp(true).description("Only this text.").build());
		return commandLine;
	}

	Options options() {
		return this.options;
	}

	@Override
	public Integer call() throws Exception {
		if (this.instead.list) {
			Cells.all().forEach((cell) -> System.out.println(cell.name()));
			return 0;
		}
		if (this.instead.page) {
			writePage();
			return 0;
		}
		if (this.instead.mutants) {
			return new Mutants(MUTANTS, MUTANT_RESULTS).allAreCaught(this.options.only()) ? 0 : 1;
		}
		return everyCellHolds() ? 0 : 1;
	}

	private static void writePage() throws IOException {
		Path page = Project.root().resolve("docs/reliability.md");
		Files.writeString(page, ReliabilityPage.of(Results.readAll(Options.RESULTS),
				MutantResult.readAll(MUTANT_RESULTS), Cells.all().stream().map(Cell::name).toList()));
		System.out.println("Written: " + page);
	}

	/** Prints each cell as it ends. */
	private boolean everyCellHolds() throws InterruptedException {
		List<Cell> cells = this.options.cells();
		int people = this.options.people();
		System.setProperty("onboard.containers", Boolean.toString(this.options.inContainer()));
		List<CellResult> results = new ArrayList<>();
		Path record = Path.of("target", "record-" + this.options.name() + ".jsonl");
		try (Run run = new Run(record, this.options.seed(), people)) {
			String broker = run.world().brokerVersion();
			Results kept = Results.keptIn(this.options.report(), broker, this.options.seed());
			System.out.printf("RabbitMQ %s, seed %d%n%n%s", broker, this.options.seed(), Lines.head());
			run.warmUp();
			for (Cell cell : cells) {
				CellResult result = run.carryOut(cell);
				if (cell.equals(cells.get(cells.size() - 1))) {
					result = result.with(run.late());
				}
				System.out.print(Lines.of(result));
				results.add(result);
				kept = kept.with(result);
				kept.write(this.options.report());
			}
		}
		System.out.print("\n" + Lines.totals(results));
		return results.stream().allMatch(CellResult::holds);
	}

}
