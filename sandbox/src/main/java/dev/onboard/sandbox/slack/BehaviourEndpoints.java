package dev.onboard.sandbox.slack;

import java.util.List;

import dev.onboard.sandbox.http.Answer;
import dev.onboard.sandbox.http.Json;
import dev.onboard.sandbox.http.Request;

/**
 * Shows and changes how calls are answered.
 */
final class BehaviourEndpoints {

	private final Behaviours behaviours;

	BehaviourEndpoints(Behaviours behaviours) {
		this.behaviours = behaviours;
	}

	Answer show() {
		return Answer.json(200, this.behaviours.show());
	}

	Answer change(Request request) {
		try {
			BehaviourFields fields = new BehaviourFields(Json.read(request.body()));
			this.behaviours.set(fields.methods(), fields.behaviour());
			return show();
		}
		catch (Json.Unreadable | IllegalArgumentException ex) {
			return Answer.problem(400, "Not a behaviour", String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * Back to normal, with every method.
	 */
	Answer reset() {
		this.behaviours.set(List.of(SlackMethod.values()), Behaviour.NORMAL);
		return show();
	}

}
