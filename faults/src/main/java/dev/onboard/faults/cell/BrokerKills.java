package dev.onboard.faults.cell;

import java.util.concurrent.TimeUnit;

import dev.onboard.faults.Cell;
import dev.onboard.faults.world.Scene;

/**
 * kill -9 of the broker, again and again, while people arrive; some more while it is
 * away.
 *
 * @param kills how many
 */
record BrokerKills(String name, int kills) implements Cell {

	private static final int LONGEST_DELAY_MILLIS = 1500;

	@Override
	public void happen(Scene scene) throws InterruptedException {
		int each = Math.max(2, scene.people() / this.kills);
		for (int kill = 0; kill < this.kills; kill++) {
			scene.arrive(each / 2);
			TimeUnit.MILLISECONDS.sleep(scene.random().nextInt(LONGEST_DELAY_MILLIS));
			scene.world().broker().crash();
			scene.did("kills of the broker");
			scene.arrive(each - each / 2);
			scene.awaitAccepted();
			scene.brokerComesBack();
		}
	}

}
