package dev.onboard.faults.cell;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.onboard.faults.Cell;
import dev.onboard.faults.outside.Behaviour;
import dev.onboard.faults.outside.Target;
import dev.onboard.faults.world.Page;
import dev.onboard.faults.world.Scene;
import dev.onboard.faults.world.Slack;
import org.awaitility.Awaitility;

/**
 * Slack is away for longer than all attempts of one person would last, in one way after
 * the other. Nobody is given up, and nothing else waits for it.
 *
 * @param time for all of it; the last delay between two attempts is two seconds, where it
 * is an hour otherwise
 */
record LongOutage(String name, Place place, Duration time) implements Cell {

	/** Of thirty that a step has. */
	private static final int MOST_ATTEMPTS = 10;

	private static final List<Behaviour> WAYS = List.of(Behaviour.status(503), Behaviour.refuses(),
			Behaviour.hangs(Duration.ofMinutes(2)), Behaviour.status(500));

	@Override
	public Slack slack() {
		return this.place.slack();
	}

	@Override
	public void happen(Scene scene) throws InterruptedException, IOException {
		Target target = this.place.in(scene.world());
		Damage damage = Damage.from(this.place, scene);
		for (Behaviour way : WAYS) {
			target.behave(way);
			scene.arrive(scene.people() / WAYS.size());
			TimeUnit.MILLISECONDS.sleep(this.time.dividedBy(WAYS.size()).toMillis());
		}
		Awaitility.await("everything else to be done")
			.atMost(Duration.ofMinutes(1))
			.ignoreExceptionsInstanceOf(IOException.class)
			.until(() -> scene.pages().stream().allMatch(LongOutage::waitsOnlyForSlack));
		target.behave(Behaviour.well());
		scene.awaitEnd();
		damage.count();
		for (Page page : scene.pages()) {
			int attempts = page.step("slack").attempts();
			if (attempts > MOST_ATTEMPTS) {
				throw new IllegalStateException(page.login() + " needed " + attempts + " attempts");
			}
		}
	}

	private static boolean waitsOnlyForSlack(Page page) {
		return page.steps().stream().allMatch((step) -> step.state().equals("DONE") != step.system().equals("slack"));
	}

}
