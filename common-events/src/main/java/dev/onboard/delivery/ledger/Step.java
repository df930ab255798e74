package dev.onboard.delivery.ledger;

import java.util.List;

import dev.onboard.events.TargetSystem;

/**
 * What adding a person to one system consists of.
 *
 * @param effects in order; the step is done when the last one is
 */
public record Step(TargetSystem system, List<Effect> effects) {

	public Step {
		effects = List.copyOf(effects);
		if (effects.isEmpty()) {
			throw new IllegalArgumentException("the step " + system + " has no effects");
		}
	}

	boolean endsWith(Effect effect) {
		return this.effects.get(this.effects.size() - 1).equals(effect);
	}

}
