package dev.onboard.bench.figure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.onboard.bench.measure.Block;
import dev.onboard.bench.measure.Cpu;
import dev.onboard.bench.measure.Disk;
import dev.onboard.bench.measure.Goal;
import dev.onboard.bench.measure.Round;
import dev.onboard.bench.measure.Score;
import dev.onboard.bench.world.Side;
import dev.onboard.bench.world.World;

/**
 * P1: how fast people are accepted, beside what the broker confirms to its own measure.
 */
public final class Accepting {

	private static final Map<Integer, Goal> GOALS = new LinkedHashMap<>();

	static {
		GOALS.put(1, Goal.atLeast(0.5));
		GOALS.put(16, Goal.atLeast(0.6));
		GOALS.put(64, Goal.atLeast(0.5));
	}

	static final String RATE = "people or confirms per second";

	private final World world;

	private final Plan plan;

	private final Side side;

	public Accepting(World world, Plan plan) {
		this.world = world;
		this.plan = plan;
		this.side = world.ours();
	}

	/** The task-service has to run, and no other one. */
	public Measured measure() {
		Confirming confirming = new Confirming(this.world, this.plan);
		List<Score> scores = new ArrayList<>();
		Map<String, List<Round>> rounds = new LinkedHashMap<>();
		ours(16, this.plan.warmingUp());
		GOALS.forEach((clients, goal) -> {
			List<Round> these = Round.carryOut(this.plan.rounds(), () -> ours(clients, this.plan),
					() -> confirming.block(clients));
			rounds.put(clients + " in flight", these);
			scores.add(Score.of("P1: people accepted per second, " + clients + " in flight",
					"PerfTest's confirms per second", RATE, goal, these));
			this.side.rows("task").forgetEverybody();
		});
		return new Measured("P1", scores, rounds);
	}

	private Block ours(int clients, Plan plan) {
		long micros = Disk.fdatasync(Path.of("target")).toNanos() / 1000;
		Cpu cpu = this.world.backstage().cpu(this.side.cpu());
		Load load = new Load(this.side, clients, new Newcomers(true), (login) -> {
		});
		Window window;
		try (load) {
			window = Window.of(plan, cpu, load::answered);
		}
		List<String> broken = new ArrayList<>(load.strange());
		int people = load.accepted().size();
		broken.addAll(Losses.queued(this.side, people, people + load.refused().size()));
		return new Block(Map.of(RATE, window.rate()), window.cpu(), micros, people, broken);
	}

}
