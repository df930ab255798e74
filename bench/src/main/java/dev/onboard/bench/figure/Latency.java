package dev.onboard.bench.figure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import dev.onboard.bench.measure.Block;
import dev.onboard.bench.measure.Disk;
import dev.onboard.bench.measure.Goal;
import dev.onboard.bench.measure.Round;
import dev.onboard.bench.measure.Score;
import dev.onboard.bench.world.Side;
import dev.onboard.bench.world.World;

/**
 * P4: how long it takes from the moment at which a person was to be added until the post
 * in Slack, while people come at a steady pace, whether those before them are through or
 * not.
 */
public final class Latency {

	private static final int CLIENTS = 32;

	/** Or one or two people would be the slowest hundredth. */
	private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

	private static final String MEDIAN = "p50 in ms";

	private static final String SLOWEST = "p99 in ms";

	private static final String OTHER = "bare forwarders";

	private final World world;

	private final Plan plan;

	private final double perSecond;

	/**
	 * @param perSecond how many people come
	 */
	public Latency(World world, Plan plan, double perSecond) {
		if (perSecond <= 0) {
			throw new IllegalStateException("nobody came through, so there is no pace for P4");
		}
		this.world = world;
		this.plan = plan.atLeast(LONG_ENOUGH);
		this.perSecond = perSecond;
	}

	/** All services and all forwarders have to run. */
	public Measured measure() {
		List<Round> rounds = Round.carryOut(this.plan.rounds(), () -> block(this.world.ours()),
				() -> block(this.world.others()));
		String figure = "P4: POST until the post in Slack, %s, at %.0f people per second";
		return new Measured("P4",
				List.of(Score.of(figure.formatted(MEDIAN, this.perSecond), OTHER, MEDIAN, Goal.atMost(1.5), rounds),
						Score.of(figure.formatted(SLOWEST, this.perSecond), OTHER, SLOWEST, Goal.atMost(3), rounds)),
				Map.of("steady pace", rounds));
	}

	private Block block(Side side) {
		long micros = Disk.fdatasync(Path.of("target")).toNanos() / 1000;
		Map<String, Long> begun = new ConcurrentHashMap<>();
		Map<String, Long> ended = new ConcurrentHashMap<>();
		this.world.outside().effects().begin((login) -> ended.putIfAbsent(login, System.nanoTime()));
		Newcomers newcomers = new Newcomers(false);
		AtomicLong turn = new AtomicLong();
		long start = System.nanoTime();
		Load load = new Load(side, CLIENTS, newcomers, (login) -> {
			long time = start + (long) (turn.getAndIncrement() * 1e9 / this.perSecond);
			TimeUnit.NANOSECONDS.sleep(time - System.nanoTime());
			begun.put(login, time);
		});
		Window window;
		try (load) {
			window = Window.of(this.plan, this.world.backstage().cpu(side.cpu()),
					() -> side.ready(newcomers.beginning()));
		}
		List<String> broken = Losses.of(this.world, side, load, newcomers);
		List<Double> millis = millis(load.accepted(), begun, ended, start + this.plan.lead().toNanos());
		if (millis.isEmpty()) {
			broken.add("nobody came through " + side.name() + " while it was measured");
			return new Block(Map.of(), window.cpu(), micros, load.accepted().size(), broken);
		}
		return new Block(Map.of(MEDIAN, quantile(millis, 0.5), SLOWEST, quantile(millis, 0.99)), window.cpu(), micros,
				load.accepted().size(), broken);
	}

	/** Of everybody who came after the lead, the shortest first. */
	private static List<Double> millis(Set<String> people, Map<String, Long> begun, Map<String, Long> ended,
			long from) {
		return people.stream()
			.filter((login) -> ended.containsKey(login) && begun.getOrDefault(login, from - 1) >= from)
			.map((login) -> (ended.getOrDefault(login, 0L) - begun.getOrDefault(login, 0L)) / 1e6)
			.sorted()
			.toList();
	}

	private static double quantile(List<Double> sorted, double share) {
		return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
	}

}
