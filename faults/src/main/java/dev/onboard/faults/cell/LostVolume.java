package dev.onboard.faults.cell;

import java.util.concurrent.TimeUnit;

import dev.onboard.faults.Cell;
import dev.onboard.faults.world.Replica;
import dev.onboard.faults.world.Scene;
import dev.onboard.faults.world.Setting;
import dev.onboard.testing.Broker;

/**
 * All that the broker has is gone, with the messages that wait, and it comes back as new.
 */
record LostVolume(String name) implements Cell {

	@Override
	public Setting setting() {
		return Setting.withWatchdog();
	}

	@Override
	public void happen(Scene scene) throws InterruptedException {
		// Nobody takes what waits.
		scene.world().replicas("mail-service").forEach(Replica::stop);
		scene.arrive(scene.people());
		scene.awaitAccepted();
		scene.awaitPublished();
		Broker broker = scene.world().broker();
		broker.ctl("stop_app");
		broker.ctl("force_reset");
		broker.ctl("start_app");
		scene.did("lost volumes");
		TimeUnit.SECONDS.sleep(1);
	}

}
