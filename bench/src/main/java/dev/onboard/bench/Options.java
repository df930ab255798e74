package dev.onboard.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import dev.onboard.bench.figure.Plan;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is measured, and for how long: the options that say it. */
final class Options {

	static final Path RESULTS = Path.of("target", "results");

	private static final Duration LEAD = Duration.ofSeconds(5);

	private static final int LEAST_PEOPLE = 20_000;

	private static final int LEAST_BACKLOG = 100;

	@Option(names = "--only", paramLabel = "FIGURE", split = ",", arity = "1",
			description = "These figures alone, such as P1,P2.")
	private List<String> only = List.of();

	@Option(names = "--rounds", paramLabel = "N", defaultValue = "3",
			description = "Blocks of each side for each figure; default ${DEFAULT-VALUE}.")
	private int rounds;

	@Option(names = "--seconds", paramLabel = "N", defaultValue = "15",
			description = "What counts of a block, after 5 s that do not; default ${DEFAULT-VALUE}.")
	private int seconds;

	@Option(names = "--warm-up", paramLabel = "N", defaultValue = "60",
			description = "Seconds before the first block, for each side of each figure; default ${DEFAULT-VALUE}.")
	private int warmUp;

	@Option(names = "--people", paramLabel = "N", defaultValue = "1000000",
			description = "Most people in the database for P9; default ${DEFAULT-VALUE}.")
	private int people;

	@Option(names = "--backlog", paramLabel = "N", defaultValue = "100000",
			description = "People who wait for the mail-service in P9; default ${DEFAULT-VALUE}.")
	private int backlog;

	@Option(names = "--page", description = "Also writes docs/performance.md, from the newest result of each figure.")
	private boolean page;

	@Spec(Spec.Target.MIXEE)
	private CommandSpec command = CommandSpec.create();

	/** What can be measured, in the order in which it is. */
	enum Figure {

		P1, P2, P4, P7, P8, P9, P10

	}

	/**
	 * Those that were asked for, in their order.
	 * @throws ParameterException if one is not known
	 */
	List<Figure> figures() {
		List<String> known = Arrays.stream(Figure.values()).map(Figure::name).toList();
		List<String> unknown = this.only.stream().filter((name) -> !known.contains(name)).toList();
		if (!unknown.isEmpty()) {
			throw wrong("There is no figure %s; there are %s".formatted(String.join(", ", unknown),
					String.join(", ", known)));
		}
		return Arrays.stream(Figure.values())
			.filter((figure) -> this.only.isEmpty() || this.only.contains(figure.name()))
			.toList();
	}

	Plan plan() {
		if (this.rounds < 1) {
			throw wrong("--rounds needs at least 1");
		}
		if (this.seconds < 1 || this.warmUp < 1) {
			throw wrong("--seconds and --warm-up need at least 1");
		}
		if (this.people < LEAST_PEOPLE || this.backlog < LEAST_BACKLOG) {
			throw wrong("--people needs at least %d, --backlog %d".formatted(LEAST_PEOPLE, LEAST_BACKLOG));
		}
		return new Plan(this.rounds, Duration.ofSeconds(this.warmUp), LEAD, Duration.ofSeconds(this.seconds));
	}

	int people() {
		return this.people;
	}

	int backlog() {
		return this.backlog;
	}

	boolean page() {
		return this.page;
	}

	private ParameterException wrong(String why) {
		return new ParameterException(this.command.commandLine(), why);
	}

}
