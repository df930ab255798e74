package dev.onboard.faults.cell;

import java.util.concurrent.TimeUnit;

import dev.onboard.faults.Cell;
import dev.onboard.faults.world.Replica;
import dev.onboard.faults.world.Scene;
import dev.onboard.faults.world.Slack;

/** SIGTERM of each replica in turn while people arrive: not even a repeat is excused. */
record Terminations(String name, Slack slack) implements Cell {

	private static final int LONGEST_DELAY_MILLIS = 1000;

	@Override
	public void happen(Scene scene) throws InterruptedException {
		int each = scene.people() / scene.world().replicas().size();
		for (Replica replica : scene.world().replicas()) {
			scene.arrive(each);
			TimeUnit.MILLISECONDS.sleep(scene.random().nextInt(LONGEST_DELAY_MILLIS));
			scene.strike("SIGTERMs", replica::stop);
			replica.launch();
			replica.awaitReady();
		}
	}

}
