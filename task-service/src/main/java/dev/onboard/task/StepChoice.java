package dev.onboard.task;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.onboard.events.Choice;
import dev.onboard.events.Decision;
import dev.onboard.events.Person;
import dev.onboard.task.person.HandDecision;
import dev.onboard.task.person.Progress;
import dev.onboard.task.person.StepRow;
import dev.onboard.task.person.StepState;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be done about a failed step.
 *
 * @param suggestion with {@code rename} a login that is free, else null
 * @param how the request that does it
 */
public record StepChoice(String decision, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String suggestion,
		String how) {

	/** What the service that failed suggests, and what is always possible. */
	static List<StepChoice> of(StepRow step, Person person, Progress progress) {
		List<StepChoice> choices = new ArrayList<>();
		if (step.state() != StepState.FAILED) {
			return choices;
		}
		List<HandDecision> possible = new ArrayList<>(progress.possible(step.system()));
		for (Choice offered : step.choices()) {
			if (offered.decision() == Decision.RENAME) {
				rename(offered, person, progress, choices);
			}
			else {
				HandDecision decision = HandDecision.valueOf(offered.decision().name());
				if (possible.remove(decision)) {
					choices.add(byHand(decision, step, person));
				}
			}
		}
		possible.forEach((decision) -> choices.add(byHand(decision, step, person)));
		return choices;
	}

	private static void rename(Choice offered, Person person, Progress progress, List<StepChoice> choices) {
		if (progress.loginMayChange()) {
			String login = (offered.suggestion() != null) ? offered.suggestion() : "…";
			choices.add(new StepChoice(Decision.RENAME.wireName(), offered.suggestion(),
					"PATCH /users/" + person.id() + " {\"login\":\"" + login + "\"}"));
		}
	}

	private static StepChoice byHand(HandDecision decision, StepRow step, Person person) {
		String confirmed = decision.isConfirmed() ? ",\"confirm\":\"" + person.address() + "\"" : "";
		return new StepChoice(decision.wireName(), null, "POST /users/" + person.id() + "/steps/"
				+ step.system().wireName() + "/" + decision.wireName() + " {\"reason\":\"…\"" + confirmed + "}");
	}

}
