package dev.onboard.faults.cell;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import dev.onboard.faults.Cell;
import dev.onboard.faults.world.Replica;
import dev.onboard.faults.world.Scene;
import dev.onboard.faults.world.Setting;
import dev.onboard.faults.world.Slack;

/**
 * kill -9 of one of a service's replicas, again and again, at random moments while people
 * arrive; now and then the other one is still starting.
 *
 * @param kills how many
 */
record Kills(String name, String service, Setting setting, int kills) implements Cell {

	/** How long after people began to arrive, at most. */
	private static final int LONGEST_DELAY_MILLIS = 900;

	private static final int LEAST_PEOPLE = 10;

	@Override
	public Slack slack() {
		return this.setting.slack();
	}

	@Override
	public int people(int asked) {
		return Math.max(this.kills * LEAST_PEOPLE, asked);
	}

	@Override
	public void happen(Scene scene) throws InterruptedException {
		Random random = scene.random();
		List<Replica> replicas = scene.world().replicas(this.service);
		for (int kill = 0; kill < this.kills; kill++) {
			Replica.awaitAny(replicas);
			scene.arrive(scene.people() / this.kills);
			TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_DELAY_MILLIS));
			List<Replica> ready = Replica.awaitAny(replicas);
			Replica victim = ready.get(random.nextInt(ready.size()));
			scene.kill(victim);
			victim.launch();
		}
		replicas.forEach(Replica::awaitReady);
	}

}
