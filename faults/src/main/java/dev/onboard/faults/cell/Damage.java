package dev.onboard.faults.cell;

import dev.onboard.faults.outside.Target;
import dev.onboard.faults.world.Scene;

/**
 * What a target did wrong since then.
 *
 * @param failed calls until then
 * @param answersLost until then
 */
record Damage(Place place, Scene scene, int failed, int answersLost) {

	static Damage from(Place place, Scene scene) {
		Target target = place.in(scene.world());
		return new Damage(place, scene, target.failed(), target.answersLost());
	}

	/**
	 * Counts it for the report, and lets be repeated what nobody can ask for. To be
	 * called when all is over.
	 */
	void count() {
		this.scene.deeds().did("failed calls", failedSince());
		this.scene.deeds().did("answers lost", answersLostSince());
		if (this.place.isBlind()) {
			this.scene.deeds().allowRepeats(answersLostSince());
		}
	}

	int failedSince() {
		return this.place.in(this.scene.world()).failed() - this.failed;
	}

	int answersLostSince() {
		return this.place.in(this.scene.world()).answersLost() - this.answersLost;
	}

}
