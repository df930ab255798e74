package dev.onboard.faults.cell;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.onboard.faults.Cell;
import dev.onboard.faults.link.Link;
import dev.onboard.faults.world.Scene;
import org.awaitility.Awaitility;

/**
 * All that the services and the broker are saying to each other gets lost with their
 * connections: sent, and never arrived.
 *
 * @param times how often
 */
record LostOnTheWay(String name, int times) implements Cell {

	private static final int LONGEST_DELAY_MILLIS = 500;

	private static final Duration LONGEST = Duration.ofMinutes(1);

	@Override
	public void happen(Scene scene) throws InterruptedException {
		List<Link> links = scene.world().replicas().stream().map((replica) -> replica.links().broker().link()).toList();
		for (int time = 0; time < this.times; time++) {
			int before = held(links);
			links.forEach(Link::silence);
			scene.arrive(scene.people() / this.times);
			Awaitility.await("something to be on its way").atMost(LONGEST).until(() -> held(links) > before);
			TimeUnit.MILLISECONDS.sleep(scene.random().nextInt(LONGEST_DELAY_MILLIS));
			// First, or it would arrive after all.
			links.forEach(Link::reset);
			scene.deeds().did("pieces lost on the way", held(links) - before);
			links.forEach(Link::well);
			scene.awaitReady(scene.arrived() / 2);
		}
		scene.arrive(scene.people() - scene.arrived());
	}

	private static int held(List<Link> links) {
		return links.stream().mapToInt(Link::held).sum();
	}

}
