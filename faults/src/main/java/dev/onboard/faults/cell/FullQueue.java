package dev.onboard.faults.cell;

import java.util.concurrent.TimeUnit;

import dev.onboard.faults.Cell;
import dev.onboard.faults.world.Replica;
import dev.onboard.faults.world.Scene;
import dev.onboard.testing.Broker;
import org.awaitility.Awaitility;

/** A work queue is at its limit and refuses what is published, while people arrive. */
record FullQueue(String name) implements Cell {

	private static final String POLICY = "full";

	private static final String FEW = """
			{"max-length": 5, "overflow": "reject-publish", "delivery-limit": 20, "dead-letter-strategy": "at-least-once"}
			""";

	private static final int SECONDS = 10;

	@Override
	public void happen(Scene scene) throws InterruptedException {
		Broker broker = scene.world().broker();
		scene.world().replicas("mail-service").forEach(Replica::stop);
		broker.ctl("set_policy", "--priority", "9", "--apply-to", "queues", POLICY, "^mail\\.create$", FEW.strip());
		try {
			scene.arrive(scene.people());
			Awaitility.await("a message that the queue refuses")
				.atMost(1, TimeUnit.MINUTES)
				.until(() -> scene.world().refusedByBroker() > 0);
			scene.deeds().did("full queues");
			TimeUnit.SECONDS.sleep(SECONDS);
			scene.world().replicas("mail-service").forEach(Replica::launch);
			// Nobody has changed the limit: all come through it.
			scene.awaitEnd();
		}
		finally {
			broker.ctl("clear_policy", POLICY);
		}
	}

}
