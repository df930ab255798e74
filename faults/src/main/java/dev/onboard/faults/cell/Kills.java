package dev.onboard.faults.cell;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import dev.onboard.faults.Cell;
import dev.onboard.faults.world.Replica;
import dev.onboard.faults.world.Scene;
import dev.onboard.faults.world.Setting;
import dev.onboard.faults.world.Slack;
import org.awaitility.Awaitility;

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
		for (int kill = 0; kill < this.kills; kill++) {
			awaitReady(scene);
			scene.arrive(scene.people() / this.kills);
			TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_DELAY_MILLIS));
			List<Replica> ready = awaitReady(scene);
			Replica victim = ready.get(random.nextInt(ready.size()));
			scene.kill(victim);
			victim.launch();
		}
	}

	/** Waits until any of them is. */
	private List<Replica> awaitReady(Scene scene) {
		return Awaitility.await("a " + this.service)
			.atMost(2, TimeUnit.MINUTES)
			.until(() -> scene.world().replicas(this.service).stream().filter(Replica::isReady).toList(),
					(ready) -> !ready.isEmpty());
	}

}
