package dev.onboard.faults.cell;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.onboard.faults.Cell;
import dev.onboard.faults.link.Link;
import dev.onboard.faults.world.Replica;
import dev.onboard.faults.world.Scene;

/**
 * One task-service hears nothing from the broker any more, with messages claimed that it
 * cannot publish. The other one goes on: hardly any time passes without somebody being
 * ready.
 */
record SilentRelay(String name) implements Cell {

	private static final Duration TIME = Duration.ofSeconds(10);

	private static final Duration BETWEEN = Duration.ofMillis(50);

	/** Less than the broker has to confirm a batch, which is five seconds. */
	private static final Duration LONGEST_STALL = Duration.ofSeconds(3);

	@Override
	public int people(int asked) {
		return 2 * (int) TIME.dividedBy(BETWEEN);
	}

	@Override
	public void happen(Scene scene) throws InterruptedException {
		List<Replica> replicas = scene.world().replicas("task-service");
		for (Replica silent : replicas) {
			Link link = silent.links().broker().link();
			int held = link.held();
			link.silence();
			Duration stall = longestStall(scene);
			held = link.held() - held;
			link.well();
			if (held == 0) {
				throw new IllegalStateException("nobody had anything to say");
			}
			scene.deeds().did("silences of one");
			if (stall.compareTo(LONGEST_STALL) > 0) {
				throw new IllegalStateException("nobody was ready for " + stall.toMillis() + " ms");
			}
			scene.awaitEnd();
			silent.awaitReady();
		}
	}

	/** While people arrive one by one. */
	private static Duration longestStall(Scene scene) throws InterruptedException {
		Duration longest = Duration.ZERO;
		long ready = scene.ready();
		long since = System.nanoTime();
		for (int number = 0; number < TIME.dividedBy(BETWEEN); number++) {
			scene.arrive(1);
			TimeUnit.MILLISECONDS.sleep(BETWEEN.toMillis());
			long now = scene.ready();
			if (now > ready) {
				ready = now;
				since = System.nanoTime();
			}
			Duration stall = Duration.ofNanos(System.nanoTime() - since);
			longest = (stall.compareTo(longest) > 0) ? stall : longest;
		}
		return longest;
	}

}
