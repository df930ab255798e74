package dev.onboard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import dev.onboard.bench.figure.Measured;
import dev.onboard.bench.figure.Plan;
import dev.onboard.bench.measure.Score;
import dev.onboard.bench.report.Lines;
import dev.onboard.bench.report.Machine;
import dev.onboard.bench.report.PerformancePage;
import dev.onboard.bench.report.Results;
import dev.onboard.bench.report.Revision;
import dev.onboard.bench.world.World;
import dev.onboard.testing.Project;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;

/** Measures the product beside what could be used instead, and tells what came out. */
@Command(name = "./onboard bench", sortOptions = false, exitCodeOnExecutionException = Bench.COULD_NOT_RUN,
		description = "Measures how fast it is beside what could be used instead, both in turn on this machine.",
		exitCodeListHeading = "%nEnds with%n",
		exitCodeList = { "0:every goal holds", "1:a goal does not hold, or somebody was lost or doubled",
				"2:the command line was not understood",
				Bench.COULD_NOT_RUN + ":it could not be measured, or not all of it" })
public final class Bench implements Callable<Integer> {

	static final int COULD_NOT_RUN = 70;

	@Mixin
	private Options options = new Options();

	public static void main(String... arguments) {
		Ending.watch();
		int status = commandLine().execute(arguments);
		Ending.unwatch();
		System.exit(status);
	}

	static CommandLine commandLine() {
		CommandLine commandLine = new CommandLine(new Bench());
		commandLine.setExecutionExceptionHandler((failure, command, parsed) -> {
			if (Ending.hasBegun()) {
				return COULD_NOT_RUN;
			}
			throw failure;
		});
		commandLine.getCommandSpec()
			.addOption(OptionSpec.builder("--help").usageHelp(true).description("Only this text.").build());
		return commandLine;
	}

	Options options() {
		return this.options;
	}

	@Override
	public Integer call() throws Exception {
		List<Figure> figures = this.options.figures();
		Plan plan = this.options.plan();
		Sizes sizes = this.options.sizes();
		String revision = Revision.here();
		List<Measured> done = new ArrayList<>();
		try (World world = new World()) {
			world.services().startTask();
			Figures measuring = new Figures(world, plan, sizes);
			Machine machine = Machine.here(world.backstage().brokerVersion(), world.backstage().databaseVersion());
			System.out.printf("%s%n%n%s", machine, Lines.head());
			for (Figure figure : figures) {
				Optional<Measured> measured = measure(measuring, figure);
				if (Ending.hasBegun()) {
					return COULD_NOT_RUN;
				}
				if (measured.isPresent()) {
					measured.get().scores().forEach((score) -> System.out.print(Lines.of(score)));
					done.add(measured.get());
					if (this.options.page()) {
						new Results(Instant.now(), machine, revision, this.options.command(), measured.get())
							.keep(Options.RESULTS);
						writePage();
					}
				}
			}
		}
		if (!done.stream().flatMap((it) -> it.scores().stream()).allMatch(Score::holds)) {
			return 1;
		}
		return (done.size() < figures.size()) ? COULD_NOT_RUN : 0;
	}

	/**
	 * Empty where it could not be measured, and says why: the others are worth their time
	 * all the same.
	 */
	private static Optional<Measured> measure(Figures measuring, Figure figure) {
		Optional<String> obstacle = measuring.obstacle(figure);
		if (obstacle.isPresent()) {
			System.out.printf("%s is not measured: %s%n", figure, obstacle.get());
			return Optional.empty();
		}
		try {
			return Optional.of(measuring.measure(figure));
		}
		catch (IOException | RuntimeException ex) {
			if (!Ending.hasBegun()) {
				System.out.printf("%s could not be measured:%n", figure);
				ex.printStackTrace(System.out);
			}
			return Optional.empty();
		}
	}

	/** After each figure, for hours may have been in vain else. */
	private static void writePage() throws IOException {
		Path page = Project.root().resolve("docs/performance.md");
		Files.writeString(page, PerformancePage.of(Results.readAll(Options.RESULTS)));
	}

}
