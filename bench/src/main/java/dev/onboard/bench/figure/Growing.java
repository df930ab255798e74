package dev.onboard.bench.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.onboard.bench.measure.Block;
import dev.onboard.bench.measure.Goal;
import dev.onboard.bench.measure.Round;
import dev.onboard.bench.measure.Score;
import dev.onboard.bench.world.Crowd;
import dev.onboard.bench.world.World;

/**
 * P9: what a person costs and how long the list takes while many are in the database,
 * beside the same with a thousand, and how fast a long queue is worked off, beside one
 * that is always short. Many are put there once only, for it takes minutes; so the blocks
 * with a thousand are measured before them and after them.
 */
public final class Growing {

	private static final int FEW = 1000;

	private static final String LIST = "ms for the first 50";

	private static final String SEARCH = "ms for a search";

	private static final Goal GOAL = Goal.atMost(1.3);

	private final World world;

	private final Plan plan;

	private final int people;

	private final int backlog;

	private final Pipeline pipeline;

	private final Crowd crowd;

	/**
	 * @param people most in the database; a tenth of them is measured, too
	 * @param backlog how many wait
	 */
	public Growing(World world, Plan plan, int people, int backlog) {
		this.world = world;
		this.plan = plan;
		this.people = people;
		this.backlog = backlog;
		this.pipeline = new Pipeline(world, plan);
		this.crowd = new Crowd(world.ours());
	}

	/** Leaves nobody in the database. */
	public Measured measure() {
		this.world.startServices();
		this.pipeline.block(this.world.ours(), this.plan.warmingUp());
		int firstFew = (this.plan.rounds() + 1) / 2;
		Map<String, List<Round>> rounds = new LinkedHashMap<>();
		List<Score> scores = new ArrayList<>();
		try {
			List<Block> few = new ArrayList<>(blocks(FEW, firstFew));
			List<Block> drained = List.of(new Backlog(this.world, this.backlog).drain());
			List<Block> tenth = blocks(this.people / 10, this.plan.rounds());
			List<Block> all = blocks(this.people, this.plan.rounds());
			few.addAll(blocks(FEW, this.plan.rounds() - firstFew));
			rounds.put("%,d people".formatted(this.people / 10), beside(few, tenth));
			rounds.put("%,d people".formatted(this.people), beside(few, all));
			rounds.forEach((what, these) -> scores.addAll(scores(what, these)));
			rounds.put("backlog", beside(few, drained));
			scores.add(Score.of("P9: people per second of a backlog of %,d".formatted(this.backlog), "P2",
					Pipeline.RATE, Goal.atLeast(0.77), beside(few, drained)));
			return new Measured("P9", scores, rounds);
		}
		finally {
			this.crowd.leave();
		}
	}

	private List<Block> blocks(int people, int count) {
		List<Block> blocks = new ArrayList<>();
		for (int number = 0; number < count; number++) {
			this.crowd.become(people);
			blocks.add(block());
		}
		return blocks;
	}

	private Block block() {
		Listing listing = new Listing(this.world.ours().port());
		double list = listing.millis("/users?limit=50");
		double search = listing.millis("/users?limit=50&search=" + this.crowd.somebody());
		Block block = this.pipeline.block(this.world.ours(), this.plan);
		Map<String, Double> figures = new HashMap<>(block.figures());
		figures.put(LIST, list);
		figures.put(SEARCH, search);
		return new Block(figures, block.cpuSeconds(), block.fdatasyncMicros(), block.people(), block.broken());
	}

	/** The backlog is measured once only. */
	private static List<Round> beside(List<Block> few, List<Block> many) {
		List<Round> rounds = new ArrayList<>();
		for (int number = 0; number < many.size(); number++) {
			rounds.add(new Round(many.get(number), few.get(number)));
		}
		return rounds;
	}

	private static List<Score> scores(String what, List<Round> rounds) {
		return List.of(score(Pipeline.CPU_WITH_DATABASE, what, rounds), score(LIST, what, rounds),
				score(SEARCH, what, rounds));
	}

	private static Score score(String figure, String what, List<Round> rounds) {
		return Score.of("P9: %s, %s in the database".formatted(figure, what), "1,000", figure, GOAL, rounds);
	}

}
