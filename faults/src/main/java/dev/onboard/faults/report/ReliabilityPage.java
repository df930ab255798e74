package dev.onboard.faults.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** The page that tells what several runs came to. */
public final class ReliabilityPage {

	private static final String HEAD = """
			# Reliability

			What the promises of the README are worth, in figures. Written by `./onboard faults --page` from the runs below,
			not by hand.

			While people arrive, one thing after the other is broken: processes are killed with SIGKILL, connections are cut,
			targets fail, messages come three times or in any order. All runs on one machine, two
			replicas of each service; mail server, Redmine and Slack are servers that do what they are asked as the real ones do,
			twice where they are asked twice, and keep a record of all that took effect. After each cell everybody who was answered
			with 202 is looked for in that record, and until the end of the run nothing more may happen to them.

			- **lost**: answered with 202, and neither ready nor, where the cell says so, refused. Must be 0.
			- **doubled**: mailboxes, Redmine accounts, cards, and welcome mails of another Message-ID beyond the first. Must be 0.
			- **repeats / bound**: the same welcome mail, or a webhook's post, once more. SMTP and webhooks cannot be asked what
			  they have done; so at most as many may be repeated as calls were in hand at kills, or had their answers lost.
			- **stall**: longest time without any step ending, while somebody was waiting; the lease of a call in hand is 10 s here.
			- **POST**: longest time until a request was answered, or its connection broke. Must be at most 2 s.
			- **resumed**: longest time until publishing went on after the broker was ready. Must be at most 2 s.

			Besides, in each cell: the mailbox comes before Redmine and Slack; queues, outboxes and leases are empty in the
			end; connections are no more than two replicas need; no password, key or token is in any log, row or message; at least
			half of all kills come while somebody is under way; who was refused has that step failed and all others done.
			Told is the last time that a cell was tried with a broker and a seed; if it was red before, that is told, too.

			""";

	private static final String MUTANTS = """

			## That it can fail

			The program with one promise broken on purpose, and what the cells told of it. On the program as it is the same
			cells find no promise about people broken.

			| mutant | how it is broken | what told |
			|---|---|---|
			""";

	private static final String TAIL = """

			## How to repeat it

			    ./onboard faults                      # all cells, with the operating system's RabbitMQ
			    ./onboard faults --broker container   # with rabbitmq:4-management
			    ./onboard faults --seed 42 --only 1-  # another chance, the first group
			    ./onboard faults --mutants            # whether the cells can fail
			    ./onboard faults --page               # this page, from all runs that were kept
			""";

	private ReliabilityPage() {
	}

	/**
	 * The page, in Markdown.
	 * @param all the names of the cells that there are
	 */
	public static String of(List<Results> runs, List<MutantResult> mutants, List<String> all) {
		StringBuilder page = new StringBuilder(HEAD);
		List<CellResult> cells = runs.stream().flatMap((run) -> run.cells().stream()).toList();
		page.append("## In total\n\n").append(Lines.totals(cells)).append("\n## Runs\n\n");
		page.append("| RabbitMQ | seed | when | program | cells | people | lost | doubled | repeats / bound | red |\n");
		page.append("|---|---|---|---|---|---|---|---|---|---|\n");
		runs.stream()
			.sorted(Comparator.comparing(Results::broker).thenComparingLong(Results::seed))
			.forEach((run) -> page.append(row(run, all)));
		page.append("\n## Cells, all runs together\n\n");
		page.append(
				"| cell | people | ready | failed as told | lost | doubled | repeats / bound | parked | stall | POST "
						+ "| resumed | done |\n|---|---|---|---|---|---|---|---|---|---|---|---|\n");
		byName(cells).values().forEach((same) -> page.append(row(same)));
		page.append(reds("Red", runs, Results::cells)).append(reds("Red before", runs, Results::earlierReds));
		page.append(table(mutants));
		return page.append(TAIL).toString();
	}

	private static String row(Results run, List<String> all) {
		List<CellResult> cells = run.cells();
		String programs = cells.stream().map(CellResult::program).distinct().collect(Collectors.joining(", "));
		return "| %s | %d | %s | %s | %d of %d | %d | %d | %d | %d / %d | %d |\n".formatted(run.broker(), run.seed(),
				run.at().toString().substring(0, 10), programs, cells.size(), all.size(),
				sum(cells, CellResult::people), sum(cells, CellResult::lost), sum(cells, CellResult::doubled),
				sum(cells, CellResult::repeats), sum(cells, CellResult::bound),
				cells.stream().filter((cell) -> !cell.holds()).count());
	}

	private static Map<String, List<CellResult>> byName(List<CellResult> cells) {
		return cells.stream().collect(Collectors.groupingBy(CellResult::cell, TreeMap::new, Collectors.toList()));
	}

	private static String row(List<CellResult> same) {
		Map<String, Integer> done = new LinkedHashMap<>();
		same.forEach((cell) -> cell.done().forEach((what, count) -> done.merge(what, count, Integer::sum)));
		long resumed = most(same, CellResult::resumedMillis);
		return "| %s | %d | %d | %d | %d | %d | %d / %d | %d | %s | %s | %s | %s |\n".formatted(same.get(0).cell(),
				sum(same, CellResult::people), sum(same, CellResult::ready), sum(same, CellResult::failed),
				sum(same, CellResult::lost), sum(same, CellResult::doubled), sum(same, CellResult::repeats),
				sum(same, CellResult::bound), sum(same, CellResult::parked),
				Lines.seconds(most(same, CellResult::stallMillis)),
				Lines.seconds(most(same, CellResult::longestPostMillis)), (resumed == 0) ? "" : Lines.seconds(resumed),
				Lines.words(done));
	}

	private static String reds(String title, List<Results> runs, Function<Results, List<CellResult>> which) {
		List<String> reds = new ArrayList<>();
		for (Results run : runs) {
			for (CellResult cell : which.apply(run)) {
				cell.reds()
					.forEach((promise) -> reds.add("- %s, RabbitMQ %s, seed %d: %s\n".formatted(cell.cell(),
							run.broker(), run.seed(), promise)));
			}
		}
		return reds.isEmpty() ? "" : "\n## " + title + "\n\n" + String.join("", reds);
	}

	private static String table(List<MutantResult> mutants) {
		return mutants.isEmpty() ? ""
				: MUTANTS + mutants.stream()
					.map((mutant) -> "| %s | %s | %s |\n".formatted(mutant.name(), mutant.what(),
							mutant.caught() ? String.join("; ", mutant.broken()) : "**nothing: it survived**"))
					.collect(Collectors.joining());
	}

	private static long sum(List<CellResult> cells, ToLongFunction<CellResult> figure) {
		return cells.stream().mapToLong(figure).sum();
	}

	private static long most(List<CellResult> cells, ToLongFunction<CellResult> figure) {
		return cells.stream().mapToLong(figure).max().orElse(0);
	}

}
