package dev.onboard.bench.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.onboard.bench.measure.Block;
import dev.onboard.bench.world.Crowd;
import dev.onboard.bench.world.World;

/**
 * Lists of people, and P2, while so many people are in the database. Nobody is any more
 * once this is closed.
 */
final class Populated implements AutoCloseable {

	static final String LIST = "ms for the first 50";

	static final String RARE = "ms for a last name that one has";

	static final String COMMON = "ms for a first name that many have";

	static final List<String> LISTS = List.of(LIST, RARE, COMMON);

	private final World world;

	private final Plan plan;

	private final Pipeline pipeline;

	private final Crowd crowd;

	/** All services have to run. */
	Populated(World world, Plan plan) {
		this.world = world;
		this.plan = plan;
		this.pipeline = new Pipeline(world, plan);
		this.crowd = new Crowd(world.ours());
	}

	/** Programs are slow until they are compiled. */
	void warmUp(int people) {
		this.crowd.become(people);
		this.pipeline.warmUp(this.world.ours());
		long end = System.nanoTime() + this.plan.hasty().warmUp().toNanos();
		while (System.nanoTime() < end) {
			LISTS.forEach(this::millis);
		}
	}

	private double millis(String figure) {
		String search = switch (figure) {
			case RARE -> "&search=" + this.crowd.somebody();
			case COMMON -> "&search=" + Crowd.FIRST_NAME;
			default -> "";
		};
		return new Listing(this.world.ours().port()).millis("/users?limit=50" + search);
	}

	/**
	 * Of each of these blocks the lists come first, then P2. One before them does not
	 * count: the database is still writing who was put there.
	 */
	List<Block> blocks(int people, int count) {
		List<Block> blocks = new ArrayList<>();
		this.crowd.become(people);
		this.pipeline.block(this.world.ours(), this.plan);
		for (int number = 0; number < count; number++) {
			this.crowd.become(people);
			blocks.add(block());
		}
		return blocks;
	}

	private Block block() {
		Map<String, Double> figures = new HashMap<>();
		LISTS.forEach((list) -> figures.put(list, millis(list)));
		Block block = this.pipeline.block(this.world.ours(), this.plan);
		figures.putAll(block.figures());
		return new Block(figures, block.cpuSeconds(), block.fdatasyncMicros(), block.people(), block.broken());
	}

	@Override
	public void close() {
		this.crowd.leave();
	}

}
