package dev.onboard.faults.cell;

import java.util.concurrent.TimeUnit;

import dev.onboard.faults.Cell;
import dev.onboard.faults.world.Scene;
import dev.onboard.faults.world.Slack;

/**
 * kill -9 of the database, again and again, while people arrive.
 *
 * @param kills how many
 */
record DatabaseKills(String name, Slack slack, int kills) implements Cell {

	private static final int LONGEST_DELAY_MILLIS = 1500;

	private static final int LONGEST_AWAY_MILLIS = 4000;

	@Override
	public void happen(Scene scene) throws InterruptedException {
		for (int kill = 0; kill < this.kills; kill++) {
			scene.arrive(scene.people() / this.kills);
			TimeUnit.MILLISECONDS.sleep(scene.random().nextInt(LONGEST_DELAY_MILLIS));
			scene.strike("kills of the database", scene.world().database()::crash);
			TimeUnit.MILLISECONDS.sleep(scene.random().nextInt(LONGEST_AWAY_MILLIS));
			scene.world().database().start();
			scene.allowWhatIsInHand();
			scene.awaitReady(scene.arrived() / 2);
		}
	}

}
