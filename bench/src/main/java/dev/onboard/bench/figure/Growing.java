package dev.onboard.bench.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.onboard.bench.measure.Block;
import dev.onboard.bench.measure.Goal;
import dev.onboard.bench.measure.Round;
import dev.onboard.bench.measure.Score;
import dev.onboard.bench.world.World;

/**
 * P9: what a person costs and how long the list takes while many are in the database,
 * beside the same with a thousand, and how fast a long queue is worked off, beside one
 * that is always short. Many are put there once only, for it takes minutes; so the blocks
 * with a thousand are measured before them and after them.
 */
public final class Growing {

	private static final int FEW = 1000;

	/** How many times as many as at first. */
	private static final int MOST = 10;

	private static final Goal GOAL = Goal.atMost(1.3);

	private final World world;

	private final Plan plan;

	private final int crowd;

	private final Supplier<Round> backlog;

	/**
	 * @param crowd in the database; ten times as many are measured, too
	 * @param backlog how fast many come through who waited, beside P2
	 */
	public Growing(World world, Plan plan, int crowd, Supplier<Round> backlog) {
		this.world = world;
		this.plan = plan;
		this.crowd = crowd;
		this.backlog = backlog;
	}

	/** Leaves nobody in the database. */
	public Measured measure() {
		this.world.startServicesAlone();
		int before = this.plan.rounds() / 2;
		Map<String, List<Round>> rounds = new LinkedHashMap<>();
		List<Score> scores = new ArrayList<>();
		try (Populated populated = new Populated(this.world, this.plan)) {
			populated.warmUp(FEW);
			List<Block> few = new ArrayList<>(populated.blocks(FEW, before));
			List<Block> many = populated.blocks(this.crowd, this.plan.rounds());
			List<Block> most = populated.blocks(MOST * this.crowd, this.plan.rounds());
			few.addAll(populated.blocks(FEW, this.plan.rounds() - before));
			Round drained = this.backlog.get();
			rounds.put(grouped(this.crowd), beside(few, many));
			rounds.put(grouped(MOST * this.crowd), beside(few, most));
			rounds.forEach((what, these) -> scores.addAll(scores(what, these)));
			rounds.put("backlog", List.of(drained));
			scores.add(Score.of("P9: people per second, backlog of " + grouped(drained.ours().people()),
					"a block of P2", Pipeline.RATE, Goal.atLeast(0.77), List.of(drained)));
			return new Measured("P9", scores, rounds);
		}
	}

	private static String grouped(int people) {
		return String.format(Locale.ROOT, "%,d people", people);
	}

	private static List<Round> beside(List<Block> few, List<Block> many) {
		List<Round> rounds = new ArrayList<>();
		for (int number = 0; number < many.size(); number++) {
			rounds.add(new Round(many.get(number), few.get(number)));
		}
		return rounds;
	}

	private static List<Score> scores(String what, List<Round> rounds) {
		return Stream.concat(Stream.of(Pipeline.CPU_WITH_DATABASE), Populated.LISTS.stream())
			.map((figure) -> score(figure, what, rounds))
			.toList();
	}

	private static Score score(String figure, String what, List<Round> rounds) {
		return Score.of("P9: %s, %s in the database".formatted(figure, what), "1,000", figure, GOAL, rounds);
	}

}
