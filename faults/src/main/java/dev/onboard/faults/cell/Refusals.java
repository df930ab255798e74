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
		this.place.in(scene.world())
			.behave(Behaviour.only((person) -> isRefused(person, scene), Behaviour.status(this.place.refusal())));
		scene.refused((address) -> isRefused(address, scene));
		scene.arrive(scene.people());
		scene.awaitEnd();
		damage.count();
		if (damage.failedSince() < scene.people() / ONE_OF) {
			throw new IllegalStateException("hardly anybody was refused: " + damage.failedSince());
		}
	}

	/**
	 * @param person login or address
	 */
	private static boolean isRefused(String person, Scene scene) {
		String login = person.replaceFirst("@.*", "");
		return login.startsWith(scene.beginning())
				&& Integer.parseInt(login.substring(scene.beginning().length())) % ONE_OF == 0;
	}

}
