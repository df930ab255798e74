package dev.onboard.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import dev.onboard.bench.figure.Plan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is measured, and for how long: the options that say it. */
final class Options {

	/** What the page is made of; in the repository, as the page is. */
	static final Path RESULTS = Path.of("results");

	private static final int LUKEWARM = 60;

	private static final int WARM = 300;

	private static final Duration LEAD = Duration.ofSeconds(5);

	@Option(names = "--only", paramLabel = "FIGURE", split = ",", arity = "1",
			description = "These figures alone, such as P1,P2.")
	private List<String> only = List.of();

	@Option(names = "--full", description = "All figures; without it P1, P2, P4 and P8.")
	private boolean full;

	@Option(names = "--rounds", paramLabel = "N", defaultValue = "3",
			description = "Blocks of each side for each figure; default ${DEFAULT-VALUE}.")
	private int rounds;

	@Option(names = "--seconds", paramLabel = "N", defaultValue = "12",
			description = "What counts of a block, after 5 s that do not; default ${DEFAULT-VALUE}.")
	private int seconds;

	@Option(names = "--warm-up", paramLabel = "N",
			description = "Seconds under load, at least, before the first block; default 60, and with --full 300, "
					+ "for that is how long the services are compiled while they run.")
	private @Nullable Integer warmUp;

	@Option(names = "--people", paramLabel = "N", defaultValue = "10000",
			description = "P6 reads the memory after so many, after twice as many, and after the backlog; default ${DEFAULT-VALUE}.")
	private int people;

	@Option(names = "--crowd", paramLabel = "N", defaultValue = "100000",
			description = "P9 measures with so many in the database, and with 10 times as many; default ${DEFAULT-VALUE}.")
	private int crowd;

	@Option(names = "--backlog", paramLabel = "N", defaultValue = "100000",
			description = "So many wait for the mail-service in P9 and P6; default ${DEFAULT-VALUE}.")
	private int backlog;

	@Option(names = "--page",
			description = "Also keeps each result in bench/results, and writes docs/performance.md of all that are there.")
	private boolean page;

	@Spec(Spec.Target.MIXEE)
	private CommandSpec command = CommandSpec.create();

	/**
	 * Those that were asked for, in their order.
	 * @throws ParameterException if one is not known, or all are asked for besides
	 */
	List<Figure> figures() {
		List<String> known = Arrays.stream(Figure.values()).map(Figure::name).toList();
		List<String> unknown = this.only.stream().filter((name) -> !known.contains(name)).toList();
		if (!unknown.isEmpty()) {
			throw wrong("There is no figure %s; there are %s".formatted(String.join(", ", unknown),
					String.join(", ", known)));
		}
		if (this.full && !this.only.isEmpty()) {
			throw wrong("--full and --only exclude each other");
		}
		return Arrays.stream(Figure.values())
			.filter((figure) -> this.only.isEmpty() ? figure.isUsual() || this.full : this.only.contains(figure.name()))
			.toList();
	}

	Plan plan() {
		if (this.rounds < 1) {
			throw wrong("--rounds needs at least 1");
		}
		int warmUp = (this.warmUp != null) ? this.warmUp : this.full ? WARM : LUKEWARM;
		if (this.seconds < 1 || warmUp < 1) {
			throw wrong("--seconds and --warm-up need at least 1");
		}
		return new Plan(this.rounds, Duration.ofSeconds(warmUp), LEAD, Duration.ofSeconds(this.seconds));
	}

	/**
	 * As they were asked for.
	 * @throws ParameterException if one is too small
	 */
	Sizes sizes() {
		if (this.people < 1) {
			throw wrong("--people needs at least 1");
		}
		if (this.crowd < Sizes.LEAST_CROWD || this.backlog < Sizes.LEAST_BACKLOG) {
			throw wrong("--crowd needs at least %d, --backlog %d".formatted(Sizes.LEAST_CROWD, Sizes.LEAST_BACKLOG));
		}
		return new Sizes(this.people, this.crowd, this.backlog);
	}

	/** As it was given. */
	String command() {
		return String.join(" ",
				Stream
					.concat(Stream.of("./onboard bench"),
							this.command.commandLine().getParseResult().originalArgs().stream())
					.toList());
	}

	boolean page() {
		return this.page;
	}

	private ParameterException wrong(String why) {
		return new ParameterException(this.command.commandLine(), why);
	}

}
