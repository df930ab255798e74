package dev.onboard.faults.cell;

import dev.onboard.faults.Cell;
import dev.onboard.faults.outside.Behaviour;
import dev.onboard.faults.world.Scene;
import dev.onboard.faults.world.Slack;

/** A target does all that it is asked, and a fifth of its answers never arrive. */
record LostAnswers(String name, Place place) implements Cell {

	private static final double SHARE = 0.2;

	private static final int LEAST_ONE_OF = 20;

	@Override
	public Slack slack() {
		return this.place.slack();
	}

	@Override
	public void happen(Scene scene) {
		Damage damage = Damage.from(this.place, scene);
		this.place.in(scene.world()).behave(Behaviour.losesAnswers(SHARE, scene.random().nextLong()));
		scene.arrive(scene.people());
		scene.awaitEnd();
		damage.count();
		if (damage.answersLostSince() < scene.people() / LEAST_ONE_OF) {
			throw new IllegalStateException("hardly any answers were lost: " + damage.answersLostSince());
		}
	}

}
