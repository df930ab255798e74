package dev.onboard.bench.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.onboard.bench.measure.Block;
import dev.onboard.bench.measure.Round;
import dev.onboard.bench.measure.Score;
import dev.onboard.bench.measure.Spread;

/** The page that tells what was measured. */
public final class PerformancePage {

	private PerformancePage() {
	}

	public static String of(List<Results> results) {
		StringBuilder page = new StringBuilder(PageText.HEAD);
		page.append("| figure | ours | other's | ratio | goal | holds |\n|---|---|---|---|---|---|\n");
		results.forEach((result) -> result.measured().scores().forEach((score) -> page.append(row(score))));
		page.append(
				"\n## What it took\n\nCPU-seconds of each program in the part of a block that counts, medians of all ")
			.append("blocks, and the time of one fdatasync of 4 KiB on the disk.\n\n");
		page.append("| | side | CPU-seconds | fdatasync |\n|---|---|---|---|\n");
		results.forEach((result) -> result.measured()
			.rounds()
			.forEach((what, rounds) -> page.append(cost(result.measured().name() + ", " + what, rounds))));
		page.append("\n## Where\n\n");
		results.stream()
			.collect(Collectors.groupingBy(PerformancePage::where, LinkedHashMap::new,
					Collectors.mapping((result) -> result.measured().name(), Collectors.joining(", "))))
			.forEach((where, figures) -> page.append("- %s %s\n".formatted(figures, where)));
		return page.append(PageText.TAIL).toString();
	}

	private static String where(Results result) {
		return "on %s by `%s` of %s: %s".formatted(result.at().toString().substring(0, 10), result.command(),
				result.revision(), result.machine());
	}

	private static String row(Score score) {
		return "| %s ÷ %s | %s | %s | %s | %s | %s |\n".formatted(score.figure(), score.other(),
				Lines.number(score.ours()), Lines.number(score.others()), Lines.ratio(score), score.goal(),
				score.holds() ? "yes" : "**" + score.verdict() + "**");
	}

	private static String cost(String what, List<Round> rounds) {
		return cost(what, "ours", rounds.stream().map(Round::ours).toList())
				+ cost(what, "the other's", rounds.stream().map(Round::others).toList());
	}

	/** Nothing where none was taken. */
	private static String cost(String what, String side, List<Block> blocks) {
		if (blocks.stream().allMatch((block) -> block.cpuSeconds().isEmpty())) {
			return "";
		}
		Map<String, List<Double>> seconds = blocks.stream()
			.flatMap((block) -> block.cpuSeconds().entrySet().stream())
			.collect(Collectors.groupingBy(Map.Entry::getKey, TreeMap::new,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
		String cpu = seconds.entrySet()
			.stream()
			.map((it) -> it.getKey() + " " + Lines.number(Spread.of(it.getValue()).median()))
			.collect(Collectors.joining(", "));
		Spread micros = Spread
			.of(Stream.of(blocks).flatMap(List::stream).map((block) -> (double) block.fdatasyncMicros()).toList());
		return "| %s | %s | %s | %s µs |\n".formatted(what, side, cpu, Lines.number(micros.median()));
	}

}
