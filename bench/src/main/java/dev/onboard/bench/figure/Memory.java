package dev.onboard.bench.figure;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

import dev.onboard.bench.measure.Block;
import dev.onboard.bench.measure.Goal;
import dev.onboard.bench.measure.Round;
import dev.onboard.bench.measure.Score;
import dev.onboard.bench.world.Side;
import dev.onboard.bench.world.World;
import org.awaitility.Awaitility;

/**
 * P6: the memory of the three services together after many people, as it stands then; and
 * whether it grows with ten times as many, garbage collected before either is read. It is
 * read once, for it takes so many people.
 */
public final class Memory {

	private static final String MEMORY = "PSS in MB";

	private static final double LIMIT = 450;

	/** From how many times as many people on it is not to grow, and until how many. */
	private static final int SETTLED = 2;

	private static final int LAST = 10;

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(90);

	private final World world;

	private final int people;

	private final Side side;

	/**
	 * @param people after whom it is read first
	 */
	public Memory(World world, int people) {
		this.world = world;
		this.people = people;
		this.side = world.ours();
	}

	/** Starts the services anew, and stops all else that shares memory with them. */
	public Measured measure() {
		this.world.stopAll();
		this.world.services().start();
		Block first = after(this.people, false);
		Block settled = after((SETTLED - 1) * this.people, true);
		Block last = after((LAST - SETTLED) * this.people, true);
		List<Round> limit = List.of(new Round(first, Block.number(MEMORY, LIMIT)));
		List<Round> growth = List.of(new Round(last, settled));
		return new Measured("P6", List.of(
				Score.of("P6: %s of the three services after %d people".formatted(MEMORY, this.people),
						"%.0f MB".formatted(LIMIT), MEMORY, Goal.atMost(1), limit),
				Score.of("P6: the same after %d people and a GC".formatted(LAST * this.people),
						"after %d and a GC".formatted(SETTLED * this.people), MEMORY, Goal.atMost(1.05), growth)),
				Map.of("after the first people", limit, "growth", growth));
	}

	private Block after(int more, boolean collected) {
		List<String> broken = bring(more);
		if (collected) {
			this.side.collectGarbage();
		}
		Map<String, Double> figures = new HashMap<>(this.side.memory());
		figures.put(MEMORY, figures.values().stream().mapToDouble(Double::doubleValue).sum());
		return new Block(figures, Map.of(), 0, more, broken);
	}

	/** Returns when so many more are through. */
	private List<String> bring(int more) {
		Semaphore room = new Semaphore(Pipeline.ON_THE_WAY);
		this.world.outside().effects().begin((login) -> room.release());
		Newcomers newcomers = new Newcomers(false);
		AtomicInteger turn = new AtomicInteger();
		CountDownLatch never = new CountDownLatch(1);
		Load load = new Load(this.side, Pipeline.CLIENTS, newcomers, (login) -> {
			if (turn.incrementAndGet() > more) {
				never.await();
			}
			room.acquire();
		});
		try (load) {
			while (load.strange().isEmpty() && told(load) < more) {
				long before = told(load);
				Awaitility.await("the next who is added")
					.atMost(LONGEST_WAIT)
					.until(() -> told(load) > before || !load.strange().isEmpty());
			}
		}
		return Losses.of(this.world, this.side, load, newcomers);
	}

	private static long told(Load load) {
		return load.answered() + load.refused().size();
	}

}
