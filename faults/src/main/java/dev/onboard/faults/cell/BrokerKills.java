package dev.onboard.faults.cell;

import java.util.concurrent.TimeUnit;

import dev.onboard.faults.Cell;
import dev.onboard.faults.world.Scene;

/**
 * kill -9 of the broker, again and again, while people arrive and come through; some more
 * while it is away.
 *
 * @param kills how many
 */
record BrokerKills(String name, int kills) implements Cell {

	private static final int PEOPLE_PER_KILL = 30;

	private static final int LONGEST_DELAY_MILLIS = 500;

	@Override
	public int people(int asked) {
		return Math.max(this.kills * PEOPLE_PER_KILL, asked);
	}

	@Override
	public void happen(Scene scene) throws InterruptedException {
		int third = scene.people() / this.kills / 3;
		for (int kill = 0; kill < this.kills; kill++) {
			long before = scene.ready();
			scene.arrive(third);
			// The listeners, too, have to be back before they can be struck again.
			scene.awaitReady((int) before + 1);
			scene.arrive(third);
			TimeUnit.MILLISECONDS.sleep(scene.random().nextInt(LONGEST_DELAY_MILLIS));
			scene.strike("kills of the broker", scene.world().broker()::crash);
			scene.arrive(third);
			scene.awaitAccepted();
			scene.brokerComesBack();
		}
	}

}
