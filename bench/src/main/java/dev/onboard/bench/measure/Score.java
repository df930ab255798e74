package dev.onboard.bench.measure;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A figure of ours beside the other's, over all rounds.
 *
 * @param figure what it is, with its unit
 * @param other beside what
 * @param ours median of our blocks
 * @param others median of the other's
 * @param ratio ours by the other's, of each round
 * @param broken who was lost or doubled, in words
 */
public record Score(String figure, String other, double ours, double others, Spread ratio, Goal goal,
		List<String> broken) {

	/**
	 * What many rounds come to.
	 * @param name of the figure in each block
	 */
	public static Score of(String figure, String other, String name, Goal goal, List<Round> rounds) {
		List<String> broken = rounds.stream()
			.flatMap((round) -> Stream.of(round.ours(), round.others()))
			.flatMap((block) -> block.broken().stream())
			.toList();
		return new Score(figure, other, median(rounds, (round) -> round.ours().figure(name)),
				median(rounds, (round) -> round.others().figure(name)),
				Spread.of(rounds.stream().map((round) -> ratio(round, name)).toList()), goal, broken);
	}

	private static double ratio(Round round, String name) {
		double others = round.others().figure(name);
		return (others == 0) ? 0 : round.ours().figure(name) / others;
	}

	private static double median(List<Round> rounds, Function<Round, Double> figure) {
		return Spread.of(rounds.stream().map(figure).toList()).median();
	}

	/** Whether it holds, in words. */
	public String verdict() {
		if (!this.broken.isEmpty()) {
			return "NO, somebody was lost or doubled";
		}
		return holds() ? "yes" : "no";
	}

	/** Not if anybody was lost or doubled, on either side. */
	public boolean holds() {
		return this.broken.isEmpty() && this.goal.holds(this.ratio.median());
	}

}
