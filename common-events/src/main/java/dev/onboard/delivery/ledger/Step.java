package dev.onboard.delivery.ledger;

import java.util.List;

import dev.onboard.events.TargetSystem;
import org.jspecify.annotations.Nullable;

/**
 * What adding a person to one system consists of, or, if {@code quiet}, what may have to
 * change there later.
 *
 * @param effects in order; the step is done when the last one is
 * @param quiet whether nobody is told what becomes of it
 */
public record Step(TargetSystem system, List<Effect> effects, boolean quiet) {

	public Step {
		effects = List.copyOf(effects);
		if (effects.isEmpty()) {
			throw new IllegalArgumentException("the step " + system + " has no effects");
		}
	}

	public Step(TargetSystem system, List<Effect> effects) {
		this(system, effects, false);
	}

	/** Null after the last one. */
	@Nullable Effect after(Effect effect) {
		int next = this.effects.indexOf(effect) + 1;
		return (next < this.effects.size()) ? this.effects.get(next) : null;
	}

}
