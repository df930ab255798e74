package dev.onboard.bench.figure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.onboard.bench.measure.Block;
import dev.onboard.bench.measure.Disk;
import dev.onboard.bench.measure.Goal;
import dev.onboard.bench.measure.Round;
import dev.onboard.bench.measure.Score;
import dev.onboard.bench.outside.Effects;
import dev.onboard.bench.outside.Effects.Kind;
import dev.onboard.bench.world.Victim;
import dev.onboard.bench.world.World;

/**
 * P7: how soon people come through again after a kill -9 while as many as can be are on
 * the way, beside how long what was killed takes to start while nobody is.
 */
public final class Restarting {

	private static final String FIRST = "seconds until the first";

	private static final String STEADY = "seconds until 80 %";

	private static final double SHARE = 0.8;

	private final World world;

	/** Whatever was killed the last time has to be warm again. */
	private final Plan plan;

	public Restarting(World world, Plan plan) {
		this.world = world;
		this.plan = new Plan(plan.rounds(), plan.warmUp(), plan.warmUp(), plan.length());
	}

	public Measured measure() {
		this.world.startServicesAlone();
		List<Score> scores = new ArrayList<>();
		Map<String, List<Round>> rounds = new LinkedHashMap<>();
		for (Victim victim : this.world.victims()) {
			List<Round> these = Round.carryOut(this.plan.rounds(), () -> underLoad(victim), () -> bare(victim));
			rounds.put("kills of " + victim.name(), these);
			String figure = "P7: seconds from kill -9 of %s until ".formatted(victim.name());
			scores.add(Score.of(figure + "the first is through", "its bare start", FIRST, Goal.atMost(1.3), these));
			scores.add(Score.of(figure + "80 % of the rate", "its bare start", STEADY, Goal.atMost(3), these));
		}
		return new Measured("P7", scores, rounds);
	}

	private Block bare(Victim victim) {
		long micros = Disk.fdatasync(Path.of("target")).toNanos() / 1000;
		victim.kill().run();
		long start = System.nanoTime();
		victim.start().run();
		double seconds = (System.nanoTime() - start) / 1e9;
		// The others may still be looking for it.
		this.world.services().start();
		return new Block(Map.of(FIRST, seconds, STEADY, seconds), Map.of(), micros, 0, List.of());
	}

	private Block underLoad(Victim victim) {
		long micros = Disk.fdatasync(Path.of("target")).toNanos() / 1000;
		Effects effects = this.world.outside().effects();
		Room room = new Room(Pipeline.ON_THE_WAY);
		Map<String, Long> through = new ConcurrentHashMap<>();
		effects.begin((login) -> {
			through.putIfAbsent(login, System.nanoTime());
			room.leave(login);
		});
		Newcomers newcomers = new Newcomers(false);
		Load load = new Load(this.world.ours(), Pipeline.CLIENTS, newcomers, room);
		Window before;
		Kill kill;
		Recovery recovery;
		try (load) {
			before = Window.of(this.plan, this.world.backstage().cpu(this.world.ours().cpu()),
					() -> effects.people(Kind.POST));
			kill = Kill.of(victim, effects);
			recovery = kill.awaitRecovery(through, before.rate() * SHARE);
		}
		List<String> broken = Losses.of(this.world, this.world.ours(), load, newcomers, kill.inHand());
		if (recovery.steady().isEmpty()) {
			broken.add("80 %% of %.0f people per second were not reached again".formatted(before.rate()));
		}
		return new Block(Map.of(FIRST, recovery.first().orElse(0), STEADY, recovery.steady().orElse(0)), before.cpu(),
				micros, load.accepted().size(), broken);
	}

}
