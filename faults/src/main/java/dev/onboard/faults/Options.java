package dev.onboard.faults;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is broken, and where: the options that say it. */
final class Options {

	/** What the page is made of; in the repository, as the page is. */
	static final Path RESULTS = Path.of("results");

	@Option(names = "--people", paramLabel = "N", defaultValue = "200",
			description = "People in a cell that does not say otherwise; default ${DEFAULT-VALUE}.")
	private int people;

	@Option(names = "--seed", paramLabel = "S", defaultValue = "1",
			description = "Of all that is left to chance; default ${DEFAULT-VALUE}.")
	private long seed;

	@Option(names = "--only", paramLabel = "CELL", split = ",", arity = "1..*",
			description = "These cells alone, or all whose names begin so.")
	private List<String> only = List.of();

	@Option(names = "--broker", paramLabel = "WHICH", defaultValue = "local",
			description = "The machine's rabbitmq-server (local, the default), or rabbitmq:4-management (container).")
	private Which broker = Which.LOCAL;

	@Option(names = "--report", paramLabel = "FILE",
			description = "Where what came of each cell is kept; default results/WHICH-SEED.json.")
	private @Nullable Path report;

	@Spec(Spec.Target.MIXEE)
	private CommandSpec command = CommandSpec.create();

	/** Where the broker comes from. */
	enum Which {

		LOCAL, CONTAINER

	}

	int people() {
		if (this.people < 1) {
			throw wrong("--people needs at least 1");
		}
		return this.people;
	}

	long seed() {
		return this.seed;
	}

	boolean inContainer() {
		return this.broker == Which.CONTAINER;
	}

	/** Of all files that a run leaves behind. */
	String name() {
		return this.broker.name().toLowerCase(Locale.ROOT) + "-" + this.seed;
	}

	Path report() {
		return (this.report != null) ? this.report : RESULTS.resolve(name() + ".json");
	}

	/** The names that were given; empty for all. */
	List<String> only() {
		return List.copyOf(this.only);
	}

	/**
	 * The cells that were asked for.
	 * @throws ParameterException if a name is of no cell
	 */
	List<Cell> cells() {
		List<String> unknown = this.only.stream()
			.filter((name) -> Cells.all().stream().noneMatch((cell) -> cell.name().startsWith(name)))
			.toList();
		if (!unknown.isEmpty()) {
			throw wrong("There is no cell " + String.join(", ", unknown) + ". See --list");
		}
		return Cells.all()
			.stream()
			.filter((cell) -> this.only.isEmpty() || this.only.stream().anyMatch(cell.name()::startsWith))
			.toList();
	}

	private ParameterException wrong(String why) {
		return new ParameterException(this.command.commandLine(), why);
	}

}
