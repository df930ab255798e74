package dev.onboard.faults.cell;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import dev.onboard.faults.Cell;
import dev.onboard.faults.world.Replica;
import dev.onboard.faults.world.Scene;
import dev.onboard.faults.world.Slack;
import dev.onboard.faults.world.World;

/**
 * SIGTERM of each replica in turn while people arrive: not even a repeat is excused. The
 * one of another service before may be starting still.
 */
record Terminations(String name, Slack slack) implements Cell {

	private static final int LONGEST_DELAY_MILLIS = 1000;

	@Override
	public void happen(Scene scene) throws InterruptedException {
		int each = scene.people() / scene.world().replicas().size();
		for (Replica replica : alternating(scene.world())) {
			scene.world().replicas(replica.service()).forEach(Replica::awaitReady);
			scene.arrive(each);
			TimeUnit.MILLISECONDS.sleep(scene.random().nextInt(LONGEST_DELAY_MILLIS));
			scene.strike("SIGTERMs", replica::stop);
			replica.launch();
		}
		scene.world().replicas().forEach(Replica::awaitReady);
	}

	/** All replicas, the first of each service first. */
	private static List<Replica> alternating(World world) {
		return IntStream.range(0, world.replicas().size())
			.mapToObj((turn) -> world.replicas(World.SERVICES.get(turn % World.SERVICES.size()))
				.get(turn / World.SERVICES.size()))
			.toList();
	}

}
