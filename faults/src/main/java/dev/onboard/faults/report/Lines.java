package dev.onboard.faults.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What is printed of a run. */
public final class Lines {

	private static final String COLUMNS = "%-30s %6s %6s %6s %6s %5s %8s %9s %7s %7s %7s %7s %7s %6s  %s%n";

	private Lines() {
	}

	public static String head() {
		return COLUMNS.formatted("cell", "seed", "people", "202", "ready", "lost", "doubled", "repeats/b", "failed",
				"parked", "stall", "POST", "resumed", "time", "done");
	}

	public static String of(CellResult result) {
		StringBuilder line = new StringBuilder(
				COLUMNS.formatted(result.cell(), result.seed(), result.people(), result.acknowledged(), result.ready(),
						result.lost(), result.doubled(), result.repeats() + "/" + result.bound(), result.failed(),
						result.parked(), seconds(result.stallMillis()), seconds(result.longestPostMillis()),
						(result.resumedMillis() == 0) ? "-" : seconds(result.resumedMillis()), result.seconds() + " s",
						words(result.done())));
		result.reds().forEach((promise) -> line.append("    RED: ").append(promise).append('\n'));
		return line.toString();
	}

	public static String totals(List<CellResult> results) {
		Map<String, Integer> done = new TreeMap<>();
		results.forEach((result) -> result.done().forEach((what, count) -> done.merge(what, count, Integer::sum)));
		long red = results.stream().filter((result) -> !result.holds()).count();
		return """
				%d people, %d answered with 202, %s: %d lost, %d doubled, %d repeats of at most %d. %s
				""".formatted(sum(results, CellResult::people), sum(results, CellResult::acknowledged), words(done),
				sum(results, CellResult::lost), sum(results, CellResult::doubled), sum(results, CellResult::repeats),
				sum(results, CellResult::bound), (red == 0) ? "All " + results.size() + " cells hold."
						: red + " of " + results.size() + " cells are RED.");
	}

	private static int sum(List<CellResult> results, java.util.function.ToIntFunction<CellResult> figure) {
		return results.stream().mapToInt(figure).sum();
	}

	static String words(Map<String, Integer> done) {
		return String.join(", ", done.entrySet().stream().map((it) -> it.getValue() + " " + it.getKey()).toList());
	}

	static String seconds(long millis) {
		return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
	}

}
