package dev.onboard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import dev.onboard.bench.Options.Figure;
import dev.onboard.bench.figure.Accepting;
import dev.onboard.bench.figure.Latency;
import dev.onboard.bench.figure.Measured;
import dev.onboard.bench.figure.Pipeline;
import dev.onboard.bench.figure.Plan;
import dev.onboard.bench.figure.Workers;
import dev.onboard.bench.measure.Score;
import dev.onboard.bench.report.Lines;
import dev.onboard.bench.report.Machine;
import dev.onboard.bench.report.PerformancePage;
import dev.onboard.bench.report.Results;
import dev.onboard.bench.world.World;
import dev.onboard.testing.Project;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;

/** Measures the product beside what could be used instead, and tells what came out. */
@Command(name = "./onboard bench", sortOptions = false, exitCodeOnExecutionException = Bench.COULD_NOT_RUN,
		description = "Measures how fast it is beside what could be used instead, both in turn on this machine.",
		exitCodeListHeading = "%nEnds with%n",
		exitCodeList = { "0:every goal holds", "1:a goal does not hold, or somebody was lost or doubled",
				"2:the command line was not understood", Bench.COULD_NOT_RUN + ":it could not be measured" })
public final class Bench implements Callable<Integer> {

	static final int COULD_NOT_RUN = 70;

	/** P4 leaves four fifths of what there is. */
	private static final double SHARE = 0.2;

	@Mixin
	private Options options = new Options();

	public static void main(String... arguments) {
		System.exit(commandLine().execute(arguments));
	}

	static CommandLine commandLine() {
		CommandLine commandLine = new CommandLine(new Bench());
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
		Map<Figure, Measured> done = new EnumMap<>(Figure.class);
		try (World world = new World()) {
			world.startTaskService();
			Machine machine = Machine.here(world.backstage().brokerVersion(), world.backstage().databaseVersion());
			System.out.printf("%s%n%n%s", machine, Lines.head());
			for (Figure figure : figures) {
				Measured measured = measure(figure, world, plan, done.get(Figure.P2));
				measured.scores().forEach((score) -> System.out.print(Lines.of(score)));
				done.put(figure, measured);
				new Results(Instant.now(), machine, plan, measured).keep(Options.RESULTS);
			}
		}
		if (this.options.page()) {
			writePage();
		}
		return done.values().stream().flatMap((it) -> it.scores().stream()).allMatch(Score::holds) ? 0 : 1;
	}

	/**
	 * @param through what P2 came to in this run; null if it was not measured
	 */
	private static Measured measure(Figure figure, World world, Plan plan, @Nullable Measured through)
			throws IOException {
		if (figure == Figure.P1) {
			return new Accepting(world, plan).measure();
		}
		world.startAll();
		if (figure == Figure.P8) {
			return new Workers(world, plan).measure();
		}
		Pipeline pipeline = new Pipeline(world, plan);
		if (figure == Figure.P2) {
			return pipeline.measure();
		}
		double capacity = (through != null) ? through.scores().get(0).ours() : pipeline.capacity();
		return new Latency(world, plan, SHARE * capacity).measure();
	}

	private static void writePage() throws IOException {
		Path page = Project.root().resolve("docs/performance.md");
		Files.writeString(page, PerformancePage.of(Results.readAll(Options.RESULTS)));
		System.out.println("Written: " + page);
	}

}
