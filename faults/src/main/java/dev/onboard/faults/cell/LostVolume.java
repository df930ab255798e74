package dev.onboard.faults.cell;

import java.time.Duration;

import dev.onboard.faults.Cell;
import dev.onboard.faults.world.Replica;
import dev.onboard.faults.world.Scene;
import dev.onboard.faults.world.Setting;
import dev.onboard.testing.Broker;
import org.awaitility.Awaitility;

/**
 * All that the broker has is gone, with the messages that wait, and it comes back as new.
 */
record LostVolume(String name) implements Cell {

	private static final String QUEUE = "mail.create";

	private static final Duration LONGEST = Duration.ofSeconds(30);

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
		awaitLength(broker, scene.people());
		broker.ctl("stop_app");
		broker.ctl("reset");
		broker.ctl("start_app");
		awaitLength(broker, 0);
		scene.deeds().did("lost volumes");
	}

	private static void awaitLength(Broker broker, int messages) {
		Awaitility.await("%d messages in %s".formatted(messages, QUEUE))
			.atMost(LONGEST)
			.until(() -> broker.ctl("list_queues", "name", "messages").lines().toList(),
					(queues) -> queues.contains(QUEUE + "\t" + messages));
	}

}
