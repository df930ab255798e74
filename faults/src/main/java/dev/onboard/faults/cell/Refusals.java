package dev.onboard.faults.cell;

import dev.onboard.faults.Cell;
import dev.onboard.faults.outside.Behaviour;
import dev.onboard.faults.world.Scene;
import dev.onboard.faults.world.Slack;

/** A target refuses some of those who come, and nobody else has to wait for them. */
record Refusals(String name, Place place) implements Cell {

	private static final int ONE_OF = 20;

	@Override
	public Slack slack() {
		return this.place.slack();
	}

	@Override
	public int people(int asked) {
		return Math.max(ONE_OF, asked / 2);
	}

	@Override
	public void happen(Scene scene) {
		Damage damage = Damage.from(this.place, scene);
		Unlucky unlucky = new Unlucky(ONE_OF, scene);
		this.place.in(scene.world()).behave(Behaviour.only(unlucky, Behaviour.status(this.place.refusal())));
		scene.refused(unlucky);
		scene.arrive(scene.people());
		scene.awaitEnd();
		damage.count();
		if (damage.failedSince() < scene.people() / ONE_OF) {
			throw new IllegalStateException("hardly anybody was refused: " + damage.failedSince());
		}
	}

}
