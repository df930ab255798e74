package dev.onboard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

import dev.onboard.bench.Options.Figure;
import dev.onboard.bench.figure.Accepting;
import dev.onboard.bench.figure.Growing;
import dev.onboard.bench.figure.Latency;
import dev.onboard.bench.figure.Measured;
import dev.onboard.bench.figure.Pipeline;
import dev.onboard.bench.figure.Plan;
import dev.onboard.bench.figure.Restarting;
import dev.onboard.bench.figure.Scaling;
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

	private static final Set<Figure> BESIDE_FORWARDERS = EnumSet.of(Figure.P2, Figure.P4, Figure.P8);

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
	private Measured measure(Figure figure, World world, Plan plan, @Nullable Measured through) throws IOException {
		if (BESIDE_FORWARDERS.contains(figure)) {
			world.startAll();
		}
		return switch (figure) {
			case P1 -> new Accepting(world, plan).measure();
			case P2 -> new Pipeline(world, plan).measure();
			case P4 -> new Latency(world, plan, SHARE * capacity(world, plan, through)).measure();
			case P7 -> new Restarting(world, plan).measure();
			case P8 -> new Workers(world, plan).measure();
			case P9 -> new Growing(world, plan, this.options.people(), this.options.backlog()).measure();
			case P10 -> new Scaling(world, plan).measure();
		};
	}

	private static double capacity(World world, Plan plan, @Nullable Measured through) {
		return (through != null) ? through.scores().get(0).ours() : new Pipeline(world, plan).capacity();
	}

	private static void writePage() throws IOException {
		Path page = Project.root().resolve("docs/performance.md");
		Files.writeString(page, PerformancePage.of(Results.readAll(Options.RESULTS)));
		System.out.println("Written: " + page);
	}

}
