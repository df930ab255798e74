package dev.onboard.bench.figure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.onboard.bench.measure.Block;
import dev.onboard.bench.measure.Disk;
import dev.onboard.bench.measure.Goal;
import dev.onboard.bench.measure.Round;
import dev.onboard.bench.measure.Score;
import dev.onboard.bench.world.Side;
import dev.onboard.bench.world.World;

/**
 * P2: how fast people come through, from the POST until their page says READY, while as
 * many as can be are on the way. Only a bounded number is: whoever has been announced
 * makes room for the next. So queues are never empty and never grow, nothing that is
 * accepted fast and left lying counts, and each block measures the same state.
 */
public final class Pipeline {

	static final String RATE = "people per second";

	static final String CPU = "CPU-ms per person";

	static final String CPU_WITH_DATABASE = "CPU-ms per person, with the database's";

	static final int CLIENTS = 16;

	static final int ON_THE_WAY = 128;

	private static final String OTHER = "bare forwarders";

	private final World world;

	private final Plan plan;

	public Pipeline(World world, Plan plan) {
		this.world = world;
		this.plan = plan;
	}

	/** All services and all forwarders have to run. */
	public Measured measure() {
		warmUpBoth();
		List<Round> rounds = Round.carryOut(this.plan.rounds(), () -> block(this.world.ours(), this.plan),
				() -> block(this.world.others(), this.plan));
		return new Measured("P2",
				List.of(Score.of("P2: people through all services per second", OTHER, RATE, Goal.atLeast(0.6), rounds),
						Score.of("P2: CPU-ms per person of the three JVMs", OTHER, CPU, Goal.atMost(2), rounds)),
				Map.of("all services", rounds));
	}

	/**
	 * People per second of ours, for whoever has to know it first; warms up both sides.
	 */
	public double capacity() {
		warmUpBoth();
		return block(this.world.ours(), this.plan).figure(RATE);
	}

	/** One side as long as the other. */
	private void warmUpBoth() {
		List<Side> sides = List.of(this.world.ours(), this.world.others());
		Duration longest = sides.stream().map(Side::warmth).max(Comparator.naturalOrder()).orElseThrow();
		sides.forEach((side) -> warmUp(side, longest));
	}

	void warmUp(Side side) {
		warmUp(side, Duration.ZERO);
	}

	private void warmUp(Side side, Duration least) {
		Duration goal = (least.compareTo(this.plan.warmUp()) > 0) ? least : this.plan.warmUp();
		if (side.warmth().compareTo(goal) < 0) {
			block(side, this.plan.warmingUp(goal.minus(side.warmth())));
		}
	}

	Block block(Side side, Plan plan) {
		long micros = Disk.fdatasync(Path.of("target")).toNanos() / 1000;
		Room room = new Room(ON_THE_WAY);
		this.world.outside().effects().begin(room::leave);
		Newcomers newcomers = new Newcomers(false);
		Load load = new Load(side, CLIENTS, newcomers, room);
		Window window;
		try (load) {
			window = Window.of(plan, this.world.backstage().cpu(side.cpu()), () -> side.ready(newcomers.beginning()));
		}
		side.worked(plan.whole());
		List<String> broken = Losses.of(this.world, side, load, newcomers);
		if (window.count() == 0) {
			broken.add("nobody came through " + side.name() + " while it was measured");
		}
		double services = cpuMillis(window, side.programs().keySet());
		double database = cpuMillis(window, Set.of("postgres"));
		return new Block(Map.of(RATE, window.rate(), CPU, services, CPU_WITH_DATABASE, services + database),
				window.cpu(), micros, load.accepted().size(), broken);
	}

	private static double cpuMillis(Window window, Set<String> programs) {
		double seconds = programs.stream().mapToDouble((it) -> window.cpu().getOrDefault(it, 0.0)).sum();
		return (window.count() == 0) ? 0 : seconds * 1000 / window.count();
	}

}
