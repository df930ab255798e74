package dev.onboard.delivery.ledger;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import dev.onboard.events.Choice;
import dev.onboard.events.StepResult;
import org.jspecify.annotations.Nullable;

/** The ledger's answer to somebody who wants to perform an effect. */
sealed interface Claim {

	/**
	 * Go ahead.
	 *
	 * @param lease proves the claim when the outcome is recorded
	 * @param uncertain whether an earlier call ended without an answer
	 */
	record Granted(UUID lease, boolean uncertain) implements Claim {
	}

	/** It has ended for good, or for this generation: say its result again. */
	record Concluded(StepResult result, String detail, @Nullable String evidence,
			List<Choice> choices) implements Claim {
	}

	/** Somebody else has it in hand, for the rest of their lease at most. */
	record Busy(Duration rest) implements Claim {
	}

	/** A newer attempt is under way or scheduled: nothing is left to do. */
	record Superseded() implements Claim {
	}

}
