package dev.onboard.bench.figure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.onboard.bench.outside.Count;
import dev.onboard.bench.world.Side;
import dev.onboard.bench.world.World;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Looks for everybody who was accepted, once nobody else is. */
final class Losses {

	private Losses() {
	}

	/**
	 * Waits until all are through.
	 * @param load closed
	 * @return who was lost or doubled, in words; empty if nobody was
	 */
	static List<String> of(World world, Side side, Load load, Newcomers newcomers) {
		return of(world, side, load, newcomers, 0);
	}

	/**
	 * As the other one.
	 * @param repeats how many mails may have been sent once more
	 */
	static List<String> of(World world, Side side, Load load, Newcomers newcomers, long repeats) {
		List<String> broken = new ArrayList<>(load.strange());
		broken.addAll(side.leftovers(newcomers.beginning()));
		broken.addAll(Count.wrong(load.accepted(), load.refused(), world.outside().effects(), repeats));
		return broken;
	}

	/**
	 * Where nobody listens: everybody is to be in the queue once, when the relay has
	 * nothing left. The queue is empty then.
	 * @param most with those of whom nobody was told whether they were accepted
	 */
	static List<String> queued(Side side, int people, int most) {
		try {
			try {
				Awaitility.await()
					.atMost(Duration.ofSeconds(60))
					.until(() -> side.unpublished("task") == 0 && side.queues().waiting("mail.create") >= people);
			}
			catch (ConditionTimeoutException ex) {
				// The purge tells how many there are.
			}
			int queued = side.queues().purge("mail.create");
			return (queued >= people && queued <= most && people > 0) ? List.of()
					: List.of("%s: %d people were accepted, and %d are in the queue"
						.formatted((queued < people) ? "lost" : "doubled", people, queued));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
