package dev.onboard.faults.cell;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.onboard.faults.Cell;
import dev.onboard.faults.world.Replica;
import dev.onboard.faults.world.Scene;
import dev.onboard.faults.world.World;

/**
 * Everything at once is gone by kill -9, again and again: all replicas, the broker and
 * the database.
 *
 * @param times how many
 */
record Blackouts(String name, int times) implements Cell {

	private static final int LONGEST_DELAY_MILLIS = 2000;

	@Override
	public void happen(Scene scene) throws InterruptedException {
		World world = scene.world();
		for (int time = 0; time < this.times; time++) {
			scene.arrive(scene.people() / this.times);
			TimeUnit.MILLISECONDS.sleep(scene.random().nextInt(LONGEST_DELAY_MILLIS));
			scene.strike("blackouts", () -> atOnce(world));
			scene.deeds().did("kills", world.replicas().size());
			scene.deeds().did("kills of the broker");
			scene.deeds().did("kills of the database");
			world.database().start();
			scene.allowWhatIsInHand();
			// As when a machine comes back, they start while there is no broker yet.
			world.replicas().forEach(Replica::launch);
			world.broker().start();
			world.replicas().forEach(Replica::awaitReady);
		}
	}

	private static void atOnce(World world) {
		Stream<Runnable> blows = Stream.concat(world.replicas().stream().map((replica) -> replica::kill),
				Stream.of(world.broker()::crash, world.database()::crash));
		CompletableFuture.allOf(blows.map(CompletableFuture::runAsync).toArray(CompletableFuture[]::new)).join();
	}

}
