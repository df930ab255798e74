package dev.onboard.task.person;

import dev.onboard.delivery.outbox.Outbox;
import dev.onboard.events.Attempt;
import dev.onboard.events.Instruction;
import dev.onboard.events.Person;
import dev.onboard.events.StepRetry;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Asks the other services for steps that they were asked for before. */
@Component
public class StepOrders {

	private final StepRows steps;

	private final Outbox outbox;

	StepOrders(StepRows steps, Outbox outbox) {
		this.steps = steps;
		this.outbox = outbox;
	}

	/**
	 * Replaces what was asked for before. To be called in the transaction that has the
	 * person locked.
	 * @param detail shown until the service reports
	 * @param instruction what somebody decided, null where the step is only to be tried
	 */
	public void again(Person person, StepRow step, String detail, @Nullable Instruction instruction) {
		Attempt attempt = this.steps.raise(step, detail, instruction);
		this.outbox.say(new StepRetry(step.system(), person, attempt, instruction));
	}

}
