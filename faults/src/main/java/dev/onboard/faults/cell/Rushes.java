package dev.onboard.faults.cell;

import dev.onboard.faults.Cell;
import dev.onboard.faults.world.Scene;

/** Each person is posted by all sixteen clients at once. */
record Rushes(String name) implements Cell {

	@Override
	public void happen(Scene scene) {
		for (int person = 0; person < scene.people(); person++) {
			scene.arriveEverywhere();
		}
		scene.awaitAccepted();
	}

}
