package dev.onboard.bench.figure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.onboard.bench.measure.Block;
import dev.onboard.bench.measure.Cpu;
import dev.onboard.bench.measure.Disk;
import dev.onboard.bench.measure.Goal;
import dev.onboard.bench.measure.Interleaving;
import dev.onboard.bench.measure.Round;
import dev.onboard.bench.measure.Score;
import dev.onboard.bench.world.Side;
import dev.onboard.bench.world.World;

/**
 * P1: how fast people are accepted, beside what the broker confirms to its own measure;
 * and what it comes to for a bare program that writes the same rows.
 */
public final class Accepting {

	private static final Map<Integer, Goal> GOALS = new LinkedHashMap<>();

	static {
		GOALS.put(1, Goal.atLeast(0.5));
		GOALS.put(16, Goal.atLeast(0.6));
		GOALS.put(64, Goal.atLeast(0.5));
	}

	static final String RATE = "people or confirms per second";

	private static final String OTHER = "PerfTest's confirms per second";

	private static final int LIMITED = 16;

	private final World world;

	private final Plan plan;

	private final Confirming confirming;

	private final List<Score> scores = new ArrayList<>();

	private final Map<String, List<Round>> rounds = new LinkedHashMap<>();

	public Accepting(World world, Plan plan) {
		this.world = world;
		this.plan = plan;
		this.confirming = new Confirming(world, plan);
	}

	/**
	 * The task-service has to run, and no other one. Leaves the first forwarder running.
	 */
	public Measured measure() {
		this.world.startBareTask();
		Side ours = this.world.ours();
		Side bare = this.world.others();
		List.of(ours, bare).forEach((side) -> block(side, LIMITED, this.plan.warmingUp(this.plan.warmUp())));
		GOALS.forEach((clients, goal) -> {
			List<Supplier<Block>> sides = new ArrayList<>();
			sides.add(() -> block(ours, clients, this.plan));
			sides.add(() -> this.confirming.block(clients));
			if (clients == LIMITED) {
				sides.add(() -> block(bare, clients, this.plan));
			}
			List<List<Block>> blocks = Interleaving.carryOut(this.plan.rounds(), sides);
			note("people accepted per second, " + clients + " in flight", goal, blocks, 0);
			if (clients == LIMITED) {
				note("the same by a bare program", Goal.none(), blocks, 2);
			}
			List.of(ours, bare).forEach(Side::forgetEverybody);
		});
		return new Measured("P1", this.scores, this.rounds);
	}

	private void note(String figure, Goal goal, List<List<Block>> blocks, int index) {
		List<Round> these = blocks.stream().map((round) -> new Round(round.get(index), round.get(1))).toList();
		this.rounds.put(figure, these);
		this.scores.add(Score.of("P1: " + figure, OTHER, RATE, goal, these));
	}

	private Block block(Side side, int clients, Plan plan) {
		long micros = Disk.fdatasync(Path.of("target")).toNanos() / 1000;
		Cpu cpu = this.world.backstage().cpu(side.cpu());
		Load load = new Load(side, clients, new Newcomers(true), (login) -> {
		});
		Window window;
		try (load) {
			window = Window.of(plan, cpu, load::answered);
		}
		List<String> broken = new ArrayList<>(load.strange());
		int people = load.accepted().size();
		broken.addAll(Losses.queued(side, people, people + load.refused().size()));
		return new Block(Map.of(RATE, window.rate()), window.cpu(), micros, people, broken);
	}

}
