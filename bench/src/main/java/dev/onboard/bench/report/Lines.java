package dev.onboard.bench.report;

import java.util.Locale;

import dev.onboard.bench.measure.Score;

/** What is printed of a run. */
public final class Lines {

	private static final String COLUMNS = "%-70s %10s %10s   %-22s %-6s %s%n";

	private Lines() {
	}

	public static String head() {
		return COLUMNS.formatted("figure", "ours", "other's", "ratio", "goal", "holds");
	}

	public static String of(Score score) {
		StringBuilder lines = new StringBuilder(COLUMNS.formatted(score.figure() + " ÷ " + score.other(),
				number(score.ours()), number(score.others()), ratio(score), score.goal(), score.verdict()));
		score.broken().stream().limit(5).forEach((words) -> lines.append("    ZERO: ").append(words).append('\n'));
		return lines.toString();
	}

	static String ratio(Score score) {
		return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", score.ratio().median(), score.ratio().lowest(),
				score.ratio().highest());
	}

	static String number(double number) {
		return String.format(Locale.ROOT, (number < 100) ? "%.1f" : "%.0f", number);
	}

}
