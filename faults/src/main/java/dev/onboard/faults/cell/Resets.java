package dev.onboard.faults.cell;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import dev.onboard.faults.Cell;
import dev.onboard.faults.link.BrokerLink;
import dev.onboard.faults.link.BrokerLink.Moment;
import dev.onboard.faults.world.Replica;
import dev.onboard.faults.world.Scene;
import org.awaitility.Awaitility;

/**
 * Each time that the broker is about to confirm something to any of the replicas, that
 * replica's connections are reset instead.
 *
 * @param times how often altogether
 */
record Resets(String name, int times) implements Cell {

	/**
	 * At most so many have come at each reset, so that there is always something said.
	 */
	private static final int PEOPLE_PER_RESET = 2;

	private static final Duration LONGEST = Duration.ofMinutes(1);

	@Override
	public int people(int asked) {
		return Math.max(asked, PEOPLE_PER_RESET * this.times);
	}

	@Override
	public void happen(Scene scene) {
		AtomicInteger resets = new AtomicInteger();
		for (Replica replica : scene.world().replicas()) {
			arm(replica.links().broker(), resets);
		}
		while (resets.get() < this.times) {
			int before = resets.get();
			scene.arrive(Math.min(PEOPLE_PER_RESET, scene.people() - scene.arrived()));
			Awaitility.await("a confirm after " + before + " resets")
				.atMost(LONGEST)
				.pollInterval(Duration.ofMillis(10))
				.until(() -> resets.get() > before);
		}
		scene.deeds().did("resets before a confirm", resets.get());
		scene.arrive(scene.people() - scene.arrived());
	}

	private void arm(BrokerLink link, AtomicInteger resets) {
		link.onNext(Moment.BEFORE_CONFIRM, () -> {
			if (resets.getAndIncrement() < this.times) {
				arm(link, resets);
				link.reset();
			}
		});
	}

}
