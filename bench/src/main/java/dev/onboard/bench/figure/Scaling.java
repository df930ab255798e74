package dev.onboard.bench.figure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.onboard.bench.measure.Block;
import dev.onboard.bench.measure.Goal;
import dev.onboard.bench.measure.Interleaving;
import dev.onboard.bench.measure.Round;
import dev.onboard.bench.measure.Score;
import dev.onboard.bench.world.Replicas;
import dev.onboard.bench.world.Side;
import dev.onboard.bench.world.World;

/**
 * P10: how much faster people come through with more replicas of the mail-service, each
 * with four consumers, where the mail server takes half a second for a mailbox. Begins
 * with the most of them: who goes on is warm.
 */
public final class Scaling {

	private static final Duration DELAY = Duration.ofMillis(500);

	/** Four consumers end all at once, every half second. */
	private static final Duration LEAST = Duration.ofSeconds(30);

	private static final int TWO = 2;

	private static final int FOUR = 4;

	private final World world;

	private final Plan plan;

	public Scaling(World world, Plan plan) {
		this.world = world;
		this.plan = plan.atLeast(LEAST);
	}

	/** Leaves the usual mail-service stopped. */
	public Measured measure() {
		this.world.startServicesAlone();
		this.world.services().stopMail();
		try (Replicas replicas = this.world.services().mailReplicas(this.world.ours(), FOUR)) {
			List<List<Block>> blocks = Interleaving.carryOut(this.plan.rounds(),
					List.of(() -> block(replicas, FOUR), () -> block(replicas, TWO), () -> block(replicas, 1)));
			List<Round> four = besideLast(blocks, 0);
			List<Round> two = besideLast(blocks, 1);
			Map<String, List<Round>> rounds = new LinkedHashMap<>();
			rounds.put("two replicas beside one", two);
			rounds.put("four replicas beside one", four);
			return new Measured("P10",
					List.of(score("two", Goal.atLeast(1.9), two), score("four", Goal.atLeast(3.7), four)), rounds);
		}
		finally {
			this.world.outside().delayMailboxes(Duration.ZERO);
		}
	}

	/** Warms up without the delay, for with it that would take long. */
	private Block block(Replicas replicas, int count) {
		Pipeline pipeline = new Pipeline(this.world, this.plan);
		Side side = replicas.run(count);
		this.world.outside().delayMailboxes(Duration.ZERO);
		pipeline.warmUp(side);
		this.world.outside().delayMailboxes(DELAY);
		return pipeline.block(side, this.plan);
	}

	private static List<Round> besideLast(List<List<Block>> rounds, int index) {
		return rounds.stream().map((blocks) -> new Round(blocks.get(index), blocks.get(2))).toList();
	}

	private static Score score(String count, Goal goal, List<Round> rounds) {
		return Score.of("P10: people per second with %s replicas of the mail-service".formatted(count), "one replica",
				Pipeline.RATE, goal, rounds);
	}

}
