package dev.onboard.faults.cell;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import dev.onboard.faults.Cell;
import dev.onboard.faults.outside.Behaviour;
import dev.onboard.faults.outside.Target;
import dev.onboard.faults.world.Scene;
import dev.onboard.faults.world.Slack;
import org.awaitility.Awaitility;

/**
 * A target fails in one way, for a while with every call and then with every other one,
 * so that it fails at each of the calls that make one step.
 *
 * @param time for which it fails each time
 */
record Failures(String name, Place place, Behaviour failing, Duration time) implements Cell {

	private static final int LEAST = 3;

	private static final double EVERY_OTHER = 0.5;

	@Override
	public Slack slack() {
		return this.place.slack();
	}

	@Override
	public int people(int asked) {
		return (asked + 1) / 2;
	}

	@Override
	public void happen(Scene scene) throws InterruptedException {
		Target target = this.place.in(scene.world());
		Damage damage = Damage.from(this.place, scene);
		int part = scene.people() / 4;
		scene.arrive(part);
		scene.awaitReady(1);
		fail(target, this.failing, part, scene);
		fail(target, Behaviour.sometimes(EVERY_OTHER, scene.random().nextLong(), this.failing),
				scene.people() - 2 * part, scene);
		target.behave(Behaviour.well());
		scene.awaitEnd();
		damage.count();
	}

	private void fail(Target target, Behaviour behaviour, int people, Scene scene) throws InterruptedException {
		int before = target.failed() + target.answersLost();
		target.behave(behaviour);
		scene.arrive(people);
		TimeUnit.MILLISECONDS.sleep(this.time.toMillis());
		if (behaviour.listens()) {
			Awaitility.await(this.place + " to be called")
				.atMost(Duration.ofMinutes(1))
				.until(() -> target.failed() + target.answersLost() >= before + LEAST);
		}
	}

}
