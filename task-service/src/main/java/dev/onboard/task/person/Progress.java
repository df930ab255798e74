package dev.onboard.task.person;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.onboard.events.Decision;
import dev.onboard.events.TargetSystem;

/** How far one person has come over all steps, and what may follow from that. */
public final class Progress {

	private final Map<TargetSystem, StepRow> steps = new EnumMap<>(TargetSystem.class);

	public Progress(List<StepRow> steps) {
		steps.forEach((step) -> this.steps.put(step.system(), step));
	}

	public StepRow of(TargetSystem system) {
		return Objects.requireNonNull(this.steps.get(system), () -> "no step " + system);
	}

	public StepRow mail() {
		return of(TargetSystem.MAIL);
	}

	/** In the order in which people read them. */
	public List<StepRow> steps() {
		return this.steps.values().stream().sorted(Comparator.comparing(StepRow::system)).toList();
	}

	/** Whether all that has to come before this step has ended: the mailbox is first. */
	public boolean inTurn(TargetSystem system) {
		return system == TargetSystem.MAIL || mail().state().ended();
	}

	/** Once the mailbox exists, or Redmine and Slack may know the login, it stays. */
	public boolean loginMayChange() {
		return !mail().passed() && !mail().instructed(Decision.SKIP);
	}

	/** Those that have begun, or may begin any moment, and have not ended. */
	public List<StepRow> underWay() {
		return steps().stream().filter((step) -> !step.state().ended() && inTurn(step.system())).toList();
	}

	/** What can be decided about a step by hand now, best first. */
	public List<HandDecision> possible(TargetSystem system) {
		StepRow step = of(system);
		List<HandDecision> possible = new ArrayList<>();
		if (step.state() == StepState.DONE) {
			return possible;
		}
		for (HandDecision onlyIfOffered : List.of(HandDecision.ADOPT, HandDecision.PURGE)) {
			if (step.offers(Decision.valueOf(onlyIfOffered.name()))) {
				possible.add(onlyIfOffered);
			}
		}
		if (inTurn(system)) {
			possible.add(HandDecision.RETRY);
		}
		possible.add(HandDecision.SKIP);
		possible.add(HandDecision.MARK_DONE);
		return possible;
	}

}
