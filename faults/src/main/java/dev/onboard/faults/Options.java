package dev.onboard.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line.
 *
 * @param people of a cell that does not say otherwise
 * @param seed of all that is left to chance
 * @param only names of cells, or their beginnings; none: all cells
 * @param broker {@code local} or {@code container}
 * @param report where the results of this run are kept, and what was seen outside
 */
record Options(int people, long seed, List<String> only, String broker, Path report) {

	static final Path RESULTS = Path.of("target", "results");

	static final String USAGE = """
			Usage: ./onboard faults [OPTION...]

			  --people N                 in a cell that does not say otherwise (200)
			  --seed S                   of all that is left to chance (1)
			  --only CELL...             these cells, or all whose names begin so
			  --broker local|container   the machine's rabbitmq-server (local), or rabbitmq:4-management
			  --report FILE              where the results are kept (target/results/BROKER-SEED.json)
			  --help                     only this text
			  --list                     only names the cells
			  --page                     only writes docs/reliability.md, from all results that are kept
			""";

	/**
	 * @throws IllegalArgumentException with words for the user
	 */
	static Options of(List<String> arguments) {
		int people = 200;
		long seed = 1;
		String broker = "local";
		@Nullable Path report = null;
		List<String> only = new ArrayList<>();
		var rest = new ArrayList<>(arguments);
		while (!rest.isEmpty()) {
			String option = rest.remove(0);
			switch (option) {
				case "--people" -> people = Math.toIntExact(number(option, rest));
				case "--seed" -> seed = number(option, rest);
				case "--broker" -> broker = value(option, rest);
				case "--report" -> report = Path.of(value(option, rest));
				case "--only" -> {
					only.add(value(option, rest));
					while (!rest.isEmpty() && !rest.get(0).startsWith("--")) {
						only.add(rest.remove(0));
					}
				}
				default -> throw new IllegalArgumentException("There is no option " + option);
			}
		}
		if (people < 1) {
			throw new IllegalArgumentException("--people needs at least 1");
		}
		if (!List.of("local", "container").contains(broker)) {
			throw new IllegalArgumentException("--broker is local or container");
		}
		return new Options(people, seed, List.copyOf(only), broker,
				(report != null) ? report : RESULTS.resolve(broker + "-" + seed + ".json"));
	}

	private static long number(String option, List<String> rest) {
		String value = value(option, rest);
		try {
			return Long.parseLong(value);
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException(option + " needs a number, not " + value, ex);
		}
	}

	private static String value(String option, List<String> rest) {
		if (rest.isEmpty() || rest.get(0).startsWith("--")) {
			throw new IllegalArgumentException(option + " needs a value");
		}
		return rest.remove(0);
	}

	/**
	 * Those that were asked for.
	 * @throws IllegalArgumentException with words for the user, if a name is of no cell
	 */
	List<Cell> cells() {
		List<String> unknown = this.only.stream()
			.filter((name) -> Cells.all().stream().noneMatch((cell) -> cell.name().startsWith(name)))
			.toList();
		if (!unknown.isEmpty()) {
			throw new IllegalArgumentException("There is no cell " + String.join(", ", unknown) + ". See --list");
		}
		return Cells.all()
			.stream()
			.filter((cell) -> this.only.isEmpty() || this.only.stream().anyMatch(cell.name()::startsWith))
			.toList();
	}

}
