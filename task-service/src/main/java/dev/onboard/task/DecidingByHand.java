package dev.onboard.task;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.onboard.events.Person;
import dev.onboard.events.TargetSystem;
import dev.onboard.task.person.ErasedPersonException;
import dev.onboard.task.person.HandDecision;
import dev.onboard.task.person.History;
import dev.onboard.task.person.NotPossibleException;
import dev.onboard.task.person.PersonRows;
import dev.onboard.task.person.Progress;
import dev.onboard.task.person.StepOrders;
import dev.onboard.task.person.StepRow;
import dev.onboard.task.person.StepRows;
import dev.onboard.task.person.StepState;
import dev.onboard.task.person.UnknownNameException;
import dev.onboard.task.person.UnknownPersonException;
import dev.onboard.task.targets.Targets;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets somebody decide about a step that does not go on as it should. */
@Component
public class DecidingByHand {

	private final People pages;

	private final PersonRows people;

	private final StepRows steps;

	private final StepOrders orders;

	private final History history;

	DecidingByHand(People pages, PersonRows people, StepRows steps, StepOrders orders, History history) {
		this.pages = pages;
		this.people = people;
		this.steps = steps;
		this.orders = orders;
		this.history = history;
	}

	/**
	 * Asks for a step anew, as decided. Of several who decide at once the last has the
	 * last word, and all are in the person's history.
	 * @param system as in paths
	 * @param reason in the words of whoever decides, for the history
	 * @param confirmation the person's address, where {@link HandDecision#isConfirmed}
	 * @return the person as they are now
	 * @throws UnknownPersonException if nobody ever had this id
	 * @throws ErasedPersonException if somebody had it
	 * @throws UnknownNameException if there is no such system
	 * @throws NotPossibleException if that cannot be decided about the step as it is
	 * @throws NotConfirmedException if the confirmation is not the person's address
	 */
	@Transactional
	public PersonPage decide(UUID id, String system, HandDecision decision, String reason,
			@Nullable String confirmation) {
		TargetSystem decided = Targets.named(system);
		Person person = this.people.lock(id);
		Progress progress = this.steps.of(id);
		check(progress, decided, decision);
		if (decision.isConfirmed() && !person.address().equals(confirmation)) {
			throw new NotConfirmedException(person.address());
		}
		order(person, progress.of(decided), decision, reason);
		return this.pages.get(id);
	}

	/**
	 * Asks anew for a step that has failed and needs no other decision; does nothing if
	 * that is not so any more.
	 * @throws ErasedPersonException if the person was erased
	 */
	@Transactional
	public void retryFailed(UUID id, TargetSystem system, String reason) {
		Person person = this.people.lock(id);
		StepRow step = this.steps.of(id).of(system);
		if (step.state() == StepState.FAILED && step.choices().isEmpty()) {
			order(person, step, HandDecision.RETRY, reason);
		}
	}

	private void order(Person person, StepRow step, HandDecision decision, String reason) {
		this.orders.again(person, step, decision.wireName() + " asked for by hand: " + reason,
				decision.because(reason));
		this.people.settle(person.id());
		this.history.add(person.id(), step.system(), decision.wireName(), reason);
	}

	private static void check(Progress progress, TargetSystem system, HandDecision decision) {
		StepRow step = progress.of(system);
		List<HandDecision> possible = progress.possible(system);
		if (possible.contains(decision)) {
			return;
		}
		String name = "The " + system.wireName() + " step";
		if (step.state() == StepState.DONE) {
			throw new NotPossibleException(name + " is DONE, and that is final.");
		}
		if (decision == HandDecision.RETRY) {
			throw new NotPossibleException(name + ((step.state() == StepState.PENDING)
					? " follows by itself once the mail step is DONE or SKIPPED." : " is " + step.state()
							+ " and comes after the mail step. Ask again when that is DONE or SKIPPED."));
		}
		throw new NotPossibleException("Nothing is there to " + decision.wireName() + ": the " + system.wireName()
				+ " step is " + step.state() + ". Possible: "
				+ possible.stream().map(HandDecision::wireName).collect(Collectors.joining(", ")) + ".");
	}

}
