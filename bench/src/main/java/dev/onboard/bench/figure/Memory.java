package dev.onboard.bench.figure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import dev.onboard.bench.measure.Block;
import dev.onboard.bench.measure.Goal;
import dev.onboard.bench.measure.Round;
import dev.onboard.bench.measure.Score;
import dev.onboard.bench.world.Side;
import dev.onboard.bench.world.World;

/**
 * P6: the memory of the three services together after many people, as it stands then; and
 * whether it grows with a backlog of many more, garbage collected before either is read.
 * It is read once, for it takes so many people.
 */
public final class Memory {

	private static final String MEMORY = "PSS in MB";

	private static final double LIMIT = 450;

	private final World world;

	private final int people;

	private final Supplier<Round> backlog;

	private final Side side;

	/**
	 * @param people after whom it is read first
	 * @param backlog brings the many more
	 */
	public Memory(World world, int people, Supplier<Round> backlog) {
		this.world = world;
		this.people = people;
		this.backlog = backlog;
		this.side = world.ours();
	}

	/** Starts the services anew, and stops all else that shares memory with them. */
	public Measured measure() {
		this.world.stopAll();
		this.world.services().start();
		Block first = read(this.people, bring());
		List<String> broken = bring();
		this.side.collectGarbage();
		Block settled = read(this.people, broken);
		Block drained = this.backlog.get().ours();
		this.side.collectGarbage();
		Block last = read(drained.people(), drained.broken());
		List<Round> limit = List.of(new Round(first, Block.number(MEMORY, LIMIT)));
		List<Round> growth = List.of(new Round(last, settled));
		return new Measured("P6",
				List.of(Score.of("P6: %s of the three services after %d people".formatted(MEMORY, this.people),
						"%.0f MB".formatted(LIMIT), MEMORY, Goal.atMost(1), limit),
						Score.of("P6: the same after %d more and a GC".formatted(drained.people()),
								"after %d and a GC".formatted(2 * this.people), MEMORY, Goal.atMost(1.05), growth)),
				Map.of("after the first people", limit, "growth", growth));
	}

	private Block read(int people, List<String> broken) {
		Map<String, Double> figures = new HashMap<>(this.side.memory());
		figures.put(MEMORY, figures.values().stream().mapToDouble(Double::doubleValue).sum());
		return new Block(figures, Map.of(), 0, people, broken);
	}

	/** Returns when so many more are through. */
	private List<String> bring() {
		Room room = new Room(Pipeline.ON_THE_WAY);
		this.world.outside().effects().begin(room::leave);
		Newcomers newcomers = new Newcomers(false);
		AtomicInteger turn = new AtomicInteger();
		CountDownLatch never = new CountDownLatch(1);
		Load load = new Load(this.side, Pipeline.CLIENTS, newcomers, (login) -> {
			if (turn.incrementAndGet() > this.people) {
				never.await();
			}
			room.await(login);
		});
		try (load) {
			Progress.await(load::told, this.people, () -> !load.strange().isEmpty());
		}
		return Losses.of(this.world, this.side, load, newcomers);
	}

}
